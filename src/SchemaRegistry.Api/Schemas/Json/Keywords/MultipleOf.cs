using SchemaRegistry.Api.Schemas.Json.Syntax;
using SchemaRegistry.Api.Schemas.Json.Validation;

namespace SchemaRegistry.Api.Schemas.Json.Keywords;

/// <summary><c>multipleOf</c>, exactly.</summary>
internal sealed class MultipleOf : Keyword
{
    private readonly JsonNumber _divisor;

    private MultipleOf(JsonNumber divisor)
        : base("multipleOf") => _divisor = divisor;

    public static MultipleOf Read(KeywordContext context, JsonNode value)
    {
        var divisor = context.Expect("multipleOf", value, JsonKind.Number).Number;
        return divisor.Significand.Sign > 0 ? new MultipleOf(divisor) : throw context.Fail("multipleOf", value, "\"multipleOf\" must be more than 0");
    }

    public override bool IsValid(Evaluation evaluation, JsonNode instance) => !instance.IsNumber || instance.Number.IsMultipleOf(_divisor);

    protected override string Reason(JsonNode instance) => $"must be a multiple of {_divisor}";
}
