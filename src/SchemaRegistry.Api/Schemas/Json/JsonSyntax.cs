using System.Text.Json;

namespace SchemaRegistry.Api.Schemas.Json;

/// <summary>How texts are read as JSON.</summary>
internal static class JsonSyntax
{
    /// <summary>How deep brackets may nest: more than people write, less than a stack holds.</summary>
    public const int MaxDepth = 200;

    public static Utf8JsonReader CreateReader(ReadOnlySpan<byte> utf8) => new(utf8, new JsonReaderOptions { MaxDepth = MaxDepth });
}
