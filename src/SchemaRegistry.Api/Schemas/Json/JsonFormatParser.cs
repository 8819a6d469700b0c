using SchemaRegistry.Api.Schemas.Formats;

namespace SchemaRegistry.Api.Schemas.Json;

/// <summary>Checks JSON Schemas when they are registered.</summary>
internal sealed class JsonFormatParser : IFormatParser
{
    private static readonly JsonSchemaFormat s_format = new();

    public SchemaFormat Format => SchemaFormat.Json;

    public void Check(ReadOnlySpan<byte> utf8, IReadOnlyList<StoredSchema> references)
    {
        if (references.Count > 0)
        {
            // The names by which the schema calls the others are not told here, so only its own keywords can be checked.
            JsonSchemaFormat.CheckAlone(utf8);
            return;
        }

        try
        {
            s_format.Parse(utf8, []);
        }
        catch (WorkLimitException exception)
        {
            throw new SchemaSyntaxException(0, exception.Message);
        }
    }
}
