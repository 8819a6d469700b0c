using System.Text.Json;
using System.Text.Unicode;
using Microsoft.Extensions.Options;
using SchemaRegistry.Api.Hosting;

namespace SchemaRegistry.Api.Http;

/// <summary>A request body, read by our own rules: the framework's binder says neither where a text is malformed nor which limit it passed.</summary>
internal sealed class JsonBody<T>(T value)
    where T : class
{
    private static readonly JsonReaderOptions s_options = new() { MaxDepth = RegistryJson.MaxDepth };

    public T Value { get; } = value;

    public static async ValueTask<JsonBody<T>> BindAsync(HttpContext context)
    {
        var limit = context.RequestServices.GetRequiredService<IOptions<RegistryOptions>>().Value.MaxRequestBodyBytes;
        var bytes = await BodyBytes.ReadAsync(context, limit);
        return new JsonBody<T>(Parse(bytes.Span));
    }

    private static T Parse(ReadOnlySpan<byte> utf8)
    {
        if (utf8.IsEmpty)
        {
            throw RegistryErrors.UnexpectedBody("The request has no body.");
        }

        if (!Utf8.IsValid(utf8))
        {
            throw RegistryErrors.MalformedBody("The request body is not valid UTF-8.");
        }

        try
        {
            RefuseHalfPairs(utf8);
            return JsonSerializer.Deserialize(utf8, RegistryJson.Of<T>()) ?? throw RegistryErrors.UnexpectedBody("The request body is null.");
        }
        catch (JsonException exception)
        {
            throw Describe(utf8, exception);
        }
    }

    // An element would only fail when somebody asks what it holds.
    private static void RefuseHalfPairs(ReadOnlySpan<byte> utf8)
    {
        if (utf8.IndexOf("\\ud"u8) < 0 && utf8.IndexOf("\\uD"u8) < 0)
        {
            return;
        }

        var reader = new Utf8JsonReader(utf8, s_options);
        while (reader.Read())
        {
            if (!reader.ValueIsEscaped)
            {
                continue;
            }

            try
            {
                reader.GetString();
            }
            catch (InvalidOperationException)
            {
                throw RegistryErrors.UnexpectedBody($"The request body has half a surrogate pair: {TextPosition.Of(utf8, (int)reader.TokenStartIndex)}.");
            }
        }
    }

    // Reading once more tells malformed JSON from well-formed JSON of another shape.
    private static RegistryException Describe(ReadOnlySpan<byte> utf8, JsonException shape)
    {
        try
        {
            var reader = new Utf8JsonReader(utf8, s_options);
            while (reader.Read())
            {
            }
        }
        catch (JsonException malformed)
        {
            return RegistryErrors.MalformedBody($"The request body is not JSON: {TextPosition.Of(utf8, malformed)}: {TextPosition.ReasonOf(malformed)}");
        }

        // The reader names a member that is there twice by a text of its own.
        if (shape.Message.StartsWith("Duplicate property", StringComparison.Ordinal))
        {
            return RegistryErrors.UnexpectedBody($"The request body has a member twice at {shape.Path}: {TextPosition.Of(utf8, shape)}.");
        }

        return RegistryErrors.UnexpectedBody($"The request body has an unexpected value at {shape.Path}: {TextPosition.Of(utf8, shape)}.");
    }
}
