using SchemaRegistry.Api.Schemas.Json.Syntax;
using SchemaRegistry.Api.Schemas.Json.Validation;

namespace SchemaRegistry.Api.Schemas.Json.Keywords;

/// <summary><c>uniqueItems</c>: no two items are equal.</summary>
internal sealed class UniqueItems() : Keyword("uniqueItems")
{
    private const int FewItems = 6;

    public override bool IsValid(Evaluation evaluation, JsonNode instance)
    {
        if (!instance.IsArray || instance.Items.Length < 2)
        {
            return true;
        }

        evaluation.Spend(instance.Items.Length);
        return instance.Items.Length <= FewItems ? AreUnique(instance.Items) : AreManyUnique(instance.Items);
    }

    // A set costs more than to compare each with each.
    private static bool AreUnique(JsonNode[] items)
    {
        for (var i = 1; i < items.Length; i++)
        {
            for (var j = 0; j < i; j++)
            {
                if (items[i].ValueEquals(items[j]))
                {
                    return false;
                }
            }
        }

        return true;
    }

    private static bool AreManyUnique(JsonNode[] items)
    {
        var seen = new HashSet<JsonNode>(items.Length, JsonValueComparer.Instance);
        return Array.TrueForAll(items, seen.Add);
    }

    protected override string Reason(JsonNode instance)
    {
        var seen = new HashSet<JsonNode>(JsonValueComparer.Instance);
        return $"has the item {Quotation.Of(instance.Items.First(item => !seen.Add(item)))} twice";
    }
}
