using SchemaRegistry.Api.Schemas.Json.Syntax;
using SchemaRegistry.Api.Schemas.Json.Validation;

namespace SchemaRegistry.Api.Schemas.Json.Keywords;

/// <summary><c>const</c>: the value is the given one.</summary>
internal sealed class Const(JsonNode expected) : Keyword("const")
{
    private readonly Lazy<string> _reason = new(() => $"must be {Quotation.Of(expected)}");

    public override bool IsValid(Evaluation evaluation, JsonNode instance) => instance.ValueEquals(expected);

    protected override string Reason(JsonNode instance) => _reason.Value;
}
