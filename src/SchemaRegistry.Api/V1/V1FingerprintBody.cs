using System.Text.Json.Serialization;
using SchemaRegistry.Api.Schemas.Formats;

namespace SchemaRegistry.Api.V1;

/// <summary>What a schema means, in one form for all ways to write it.</summary>
/// <param name="CanonicalForm">Avro's parsing canonical form; of other languages, the text that <c>normalize</c> makes.</param>
/// <param name="Fingerprints">Short names for it, in hexadecimal by their algorithms; none where the language defines none.</param>
internal sealed record V1FingerprintBody(
    [property: JsonPropertyName("canonical_form")] string CanonicalForm, IReadOnlyDictionary<string, string> Fingerprints)
{
    public static V1FingerprintBody Of(IParsedSchema schema) => new(schema.ParsingCanonicalForm, schema.Fingerprints);
}
