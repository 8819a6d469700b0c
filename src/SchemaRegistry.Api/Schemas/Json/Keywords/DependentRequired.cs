using SchemaRegistry.Api.Schemas.Json.Syntax;
using SchemaRegistry.Api.Schemas.Json.Validation;

namespace SchemaRegistry.Api.Schemas.Json.Keywords;

/// <summary><c>dependentRequired</c>: members that must be there when another is.</summary>
internal sealed class DependentRequired(string keyword, Dictionary<string, string[]> names) : Keyword(keyword)
{
    public static DependentRequired Read(KeywordContext context, JsonNode value) => new(
        "dependentRequired",
        context.Expect("dependentRequired", value, JsonKind.Object).Members
            .ToDictionary(static member => member.Name, member => context.Texts("dependentRequired", member.Value), StringComparer.Ordinal));

    public override bool IsValid(Evaluation evaluation, JsonNode instance)
    {
        if (!instance.IsObject)
        {
            return true;
        }

        evaluation.Spend(names.Count);
        return names.All(pair => instance.Find(pair.Key) is null || Array.TrueForAll(pair.Value, name => instance.Find(name) is not null));
    }

    protected override string Reason(JsonNode instance)
    {
        var (name, needed) = names.First(pair => instance.Find(pair.Key) is not null && pair.Value.Any(other => instance.Find(other) is null));
        return $"has {Quotation.Of(name)} and therefore needs {string.Join(", ", needed.Where(other => instance.Find(other) is null).Take(20).Select(Quotation.Of))}";
    }
}
