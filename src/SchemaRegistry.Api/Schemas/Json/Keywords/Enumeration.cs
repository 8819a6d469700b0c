using SchemaRegistry.Api.Schemas.Json.Syntax;
using SchemaRegistry.Api.Schemas.Json.Validation;

namespace SchemaRegistry.Api.Schemas.Json.Keywords;

/// <summary><c>enum</c>: the value is one of a list.</summary>
internal sealed class Enumeration : Keyword
{
    private readonly HashSet<JsonNode> _values;
    private readonly Lazy<string> _reason;

    public Enumeration(JsonNode[] values)
        : base("enum")
    {
        _values = new HashSet<JsonNode>(values, JsonValueComparer.Instance);
        _reason = new Lazy<string>(() => $"must be one of {string.Join(", ", values.Take(20).Select(Quotation.Of))}");
    }

    public override bool IsValid(Evaluation evaluation, JsonNode instance) => _values.Contains(instance);

    protected override string Reason(JsonNode instance) => _reason.Value;
}
