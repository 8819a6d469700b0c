using SchemaRegistry.Api.Schemas.Json.Assertions;
using SchemaRegistry.Api.Schemas.Json.Model;
using SchemaRegistry.Api.Schemas.Json.Syntax;
using SchemaRegistry.Api.Schemas.Json.Validation;

namespace SchemaRegistry.Api.Schemas.Json.Keywords;

/// <summary><c>format</c>, where it is asserted; otherwise it only tells something to people.</summary>
internal sealed class Format : Keyword
{
    private readonly string _format;
    private readonly Func<string, bool> _isValid;

    private Format(string format, Func<string, bool> isValid)
        : base("format")
    {
        _format = format;
        _isValid = isValid;
    }

    public static Format? Read(KeywordContext context, JsonNode value)
    {
        var name = context.Expect("format", value, JsonKind.String).Text;
        return (context.AssertsFormats || context.Dialect.Has(Vocabularies.FormatAssertion)) && FormatChecks.Find(name, context.Draft) is { } check
            ? new Format(name, check)
            : null;
    }

    public override bool IsValid(Evaluation evaluation, JsonNode instance) => !instance.IsString || _isValid(instance.Text);

    protected override string Reason(JsonNode instance) => $"is not a valid {_format}";
}
