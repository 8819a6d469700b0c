using SchemaRegistry.Api.Schemas.Json.Model;
using SchemaRegistry.Api.Schemas.Json.Syntax;
using SchemaRegistry.Api.Schemas.Json.Validation;

namespace SchemaRegistry.Api.Schemas.Json.Keywords;

/// <summary><c>minimum</c>, <c>maximum</c> and their exclusive forms.</summary>
internal sealed class Bound : Keyword
{
    private readonly JsonNumber _limit;
    private readonly int _sign;
    private readonly bool _isExclusive;

    private Bound(string name, JsonNumber limit, bool isExclusive)
        : base(name)
    {
        _limit = limit;
        _sign = name.EndsWith("aximum", StringComparison.Ordinal) ? 1 : -1;
        _isExclusive = isExclusive;
    }

    public static Bound Read(KeywordContext context, JsonNode value, string name)
    {
        var limit = context.Expect(name, value, JsonKind.Number).Number;
        var exclusive = name.StartsWith("exclusive", StringComparison.Ordinal);
        if (context.Draft == Draft.Draft4)
        {
            // There a flag beside the limit says so.
            exclusive = context[name == "minimum" ? "exclusiveMinimum" : "exclusiveMaximum"] is { Kind: JsonKind.Boolean, Boolean: true };
        }

        return new Bound(name, limit, exclusive);
    }

    public override bool IsValid(Evaluation evaluation, JsonNode instance)
    {
        if (!instance.IsNumber)
        {
            return true;
        }

        var order = instance.Number.CompareTo(_limit) * _sign;
        return _isExclusive ? order < 0 : order <= 0;
    }

    protected override string Reason(JsonNode instance) => $"must be {(_sign > 0 ? "less than" : "more than")} {(_isExclusive ? string.Empty : "or equal to ")}{_limit}";
}
