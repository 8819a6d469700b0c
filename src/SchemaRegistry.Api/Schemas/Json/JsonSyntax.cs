using System.Text.Json;
using SchemaRegistry.Api.Http;

namespace SchemaRegistry.Api.Schemas.Json;

/// <summary>Reads schema texts as JSON, with errors that say where.</summary>
internal static class JsonSyntax
{
    /// <summary>How deep brackets may nest: more than people write, less than a stack holds.</summary>
    public const int MaxDepth = 200;

    public static Utf8JsonReader CreateReader(ReadOnlySpan<byte> utf8) => new(utf8, new JsonReaderOptions { MaxDepth = MaxDepth });

    public static bool Read(ref Utf8JsonReader reader, ReadOnlySpan<byte> utf8)
    {
        try
        {
            return reader.Read();
        }
        catch (JsonException exception)
        {
            throw new SchemaSyntaxException(TextPosition.OffsetOf(utf8, exception), TextPosition.ReasonOf(exception));
        }
    }
}
