using SchemaRegistry.Api.Schemas.Avro.Compatibility;
using SchemaRegistry.Api.Schemas.Avro.Documents;
using SchemaRegistry.Api.Schemas.Avro.Text;
using SchemaRegistry.Api.Schemas.Formats;

namespace SchemaRegistry.Api.Schemas.Avro;

/// <summary>An Avro schema that was read once.</summary>
/// <param name="root">Its type.</param>
/// <param name="referenced">The named types that come from the schemas it references.</param>
internal sealed class AvroSchema(AvroType root, IReadOnlyList<AvroType> referenced) : IParsedSchema
{
    private readonly Lazy<string> _identityText = new(() => AvroText.Of(root, AvroTextStyle.Full, referenced));
    private readonly Lazy<string> _canonicalText = new(() => AvroText.Of(root, AvroTextStyle.Normalized, referenced));

    public string IdentityText => _identityText.Value;

    public string CanonicalText => _canonicalText.Value;

    public string ResolvedText => AvroText.Of(root, AvroTextStyle.Full, []);

    /// <summary>The specification's "Parsing Canonical Form"; what references bring is written where it is first met.</summary>
    public string ParsingCanonicalForm => AvroText.Of(root, AvroTextStyle.Canonical, []);

    public IReadOnlyDictionary<string, string> Fingerprints => AvroFingerprints.Of(ParsingCanonicalForm);

    public AvroType Root => root;

    public bool HasTopLevelField(string name) => root.FindField(name) is not null;

    public IReadOnlyList<Incompatibility> FindIncompatibilities(IParsedSchema writer, CompatibilityPolicy policy) =>
        SchemaResolution.Check(root, ((AvroSchema)writer).Root);

    public IReadOnlyList<DocumentError> Validate(ReadOnlySpan<byte> document, DocumentOptions options) => options.Encoding == DocumentEncoding.Binary
        ? BinaryValidator.Validate(root, document)
        : JsonValidator.Validate(root, document);
}
