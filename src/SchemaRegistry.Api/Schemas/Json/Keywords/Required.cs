using SchemaRegistry.Api.Schemas.Json.Syntax;
using SchemaRegistry.Api.Schemas.Json.Validation;

namespace SchemaRegistry.Api.Schemas.Json.Keywords;

/// <summary><c>required</c>: members that must be there.</summary>
internal sealed class Required : Keyword
{
    private readonly string[] _names;

    private Required(string[] names)
        : base("required") => _names = names;

    public static Required Read(KeywordContext context, JsonNode value)
    {
        var names = context.Texts("required", value);
        context.Compiler.AddNames(names);
        return new Required(names);
    }

    public override bool IsValid(Evaluation evaluation, JsonNode instance)
    {
        if (!instance.IsObject)
        {
            return true;
        }

        evaluation.Spend(_names.Length);
        foreach (var name in _names)
        {
            if (instance.Find(name) is null)
            {
                return false;
            }
        }

        return true;
    }

    protected override string Reason(JsonNode instance) =>
        $"lacks {string.Join(", ", _names.Where(name => instance.Find(name) is null).Take(20).Select(Quotation.Of))}";
}
