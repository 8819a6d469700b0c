using SchemaRegistry.Api.Schemas.Json.Syntax;
using SchemaRegistry.Api.Schemas.Json.Validation;

namespace SchemaRegistry.Api.Schemas.Json.Keywords;

/// <summary><c>type</c>: the value is of one of the types.</summary>
internal sealed class Type : Keyword
{
    private static readonly string[] s_names = ["null", "boolean", "number", "string", "array", "object", "integer"];

    private readonly IReadOnlyList<string> _names;
    private readonly bool[] _kinds = new bool[6];
    private readonly bool _integer;

    private Type(IReadOnlyList<string> names)
        : base("type")
    {
        _names = names;
        foreach (var name in names)
        {
            if (name == "integer")
            {
                _integer = true;
            }
            else
            {
                _kinds[Array.IndexOf(s_names, name)] = true;
            }
        }
    }

    public static Type Read(KeywordContext context, JsonNode value)
    {
        var names = value.IsString ? [value.Text] : context.Texts("type", value);
        if (names.FirstOrDefault(name => !s_names.Contains(name, StringComparer.Ordinal)) is { } unknown)
        {
            throw context.Fail("type", value, $"there is no type \"{unknown}\"");
        }

        return new Type(names);
    }

    public override bool IsValid(Evaluation evaluation, JsonNode instance) =>
        _kinds[(int)instance.Kind] || (_integer && instance is { Kind: JsonKind.Number, Number.IsInteger: true });

    protected override string Reason(JsonNode instance) => $"must be of type {string.Join(" or ", _names)}, not {instance.Kind.ToString().ToLowerInvariant()}";
}
