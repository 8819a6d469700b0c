using System.Text;
using System.Text.Json;
using SchemaRegistry.Api.Schemas.Json.Syntax;
using SchemaRegistry.Api.Schemas.Json.Validation;

namespace SchemaRegistry.Api.Schemas.Json.Keywords;

/// <summary><c>contentEncoding</c> and <c>contentMediaType</c> of draft 7, where formats are asserted; later drafts forbid to assert them.</summary>
internal sealed class Content : Keyword
{
    private readonly bool _isBase64;
    private readonly bool _isJson;

    private Content(string name, bool isBase64, bool isJson)
        : base(name) => (_isBase64, _isJson) = (isBase64, isJson);

    /// <summary>The encoding by itself; with a media type beside it <see cref="ReadMediaType"/> sees to both.</summary>
    public static Content? ReadEncoding(KeywordContext context, JsonNode value) =>
        context.AssertsFormats && IsBase64(value) && context["contentMediaType"] is null ? new Content("contentEncoding", isBase64: true, isJson: false) : null;

    public static Content? ReadMediaType(KeywordContext context, JsonNode value)
    {
        var isBase64 = IsBase64(context["contentEncoding"]);
        var isJson = value.Text.Equals("application/json", StringComparison.OrdinalIgnoreCase);
        return context.AssertsFormats && (isBase64 || isJson) ? new Content("contentMediaType", isBase64, isJson) : null;
    }

    public override bool IsValid(Evaluation evaluation, JsonNode instance)
    {
        if (!instance.IsString)
        {
            return true;
        }

        evaluation.Spend(instance.Text.Length / 1_000);
        var content = Encoding.UTF8.GetBytes(instance.Text);
        if (_isBase64)
        {
            // The framework's decoder skips white space, which the encoding does not know.
            if (instance.Text.Any(char.IsWhiteSpace) || System.Buffers.Text.Base64.DecodeFromUtf8InPlace(content, out var length) != System.Buffers.OperationStatus.Done)
            {
                return false;
            }

            content = content[..length];
        }

        return !_isJson || IsJsonText(content);
    }

    protected override string Reason(JsonNode instance) => (_isBase64, _isJson) switch
    {
        (true, true) => "must be JSON in base64",
        (true, false) => "must be base64",
        _ => "must be JSON in a string",
    };

    private static bool IsBase64(JsonNode? encoding) => encoding is { IsString: true } && encoding.Text.Equals("base64", StringComparison.OrdinalIgnoreCase);

    private static bool IsJsonText(ReadOnlySpan<byte> utf8)
    {
        var reader = JsonSyntax.CreateReader(utf8);
        try
        {
            while (reader.Read())
            {
            }

            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
