using System.Globalization;
using SchemaRegistry.Api.Schemas.Json.Syntax;
using SchemaRegistry.Api.Schemas.Json.Validation;

namespace SchemaRegistry.Api.Schemas.Json.Keywords;

/// <summary>How many characters, items or members there must or may be.</summary>
internal sealed class Count : Keyword
{
    private readonly JsonKind _kind;
    private readonly JsonNumber _limit;
    private readonly int _count;
    private readonly bool _isMinimum;

    private Count(string name, JsonKind kind, JsonNumber limit)
        : base(name)
    {
        _kind = kind;
        _limit = limit;

        // No text and no array is longer than this.
        _count = limit > JsonNumber.Of(int.MaxValue) ? int.MaxValue : int.Parse(limit.ToString(), CultureInfo.InvariantCulture);
        _isMinimum = name.StartsWith("min", StringComparison.Ordinal);
    }

    public static Count Read(KeywordContext context, JsonNode value, string name, JsonKind kind)
    {
        var limit = context.Expect(name, value, JsonKind.Number).Number;
        return limit.IsInteger && limit.Significand.Sign >= 0 ? new Count(name, kind, limit) : throw context.Fail(name, value, $"\"{name}\" must be a whole number, 0 or more");
    }

    public override bool IsValid(Evaluation evaluation, JsonNode instance)
    {
        if (instance.Kind != _kind)
        {
            return true;
        }

        return _isMinimum ? CountOf(instance) >= _count : CountOf(instance) <= _count;
    }

    protected override string Reason(JsonNode instance)
    {
        var parts = _kind switch
        {
            JsonKind.String => "characters",
            JsonKind.Array => "items",
            _ => "members",
        };
        return $"must have {(_isMinimum ? "at least" : "at most")} {_limit} {parts}, not {CountOf(instance)}";
    }

    private static int CountOf(JsonNode instance) => instance.Kind switch
    {
        JsonKind.String => instance.Text.Length - instance.Text.AsSpan().CountSurrogatePairs(),
        JsonKind.Array => instance.Items.Length,
        _ => instance.Members.Length,
    };
}
