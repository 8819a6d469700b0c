using System.Text.Json;

namespace SchemaRegistry.Api.Schemas.Json;

/// <summary>Checks that a text is JSON and can be a JSON Schema at all: an object or a boolean. The keywords are not looked at yet.</summary>
internal sealed class JsonFormatParser : IFormatParser
{
    public SchemaFormat Format => SchemaFormat.Json;

    public void Check(ReadOnlySpan<byte> utf8, IReadOnlyList<StoredSchema> references)
    {
        var reader = JsonSyntax.CreateReader(utf8);
        JsonSyntax.Read(ref reader, utf8);
        if (reader.TokenType is not (JsonTokenType.StartObject or JsonTokenType.True or JsonTokenType.False))
        {
            throw new SchemaSyntaxException((int)reader.TokenStartIndex, "a JSON Schema is an object or a boolean");
        }

        while (JsonSyntax.Read(ref reader, utf8))
        {
        }
    }
}
