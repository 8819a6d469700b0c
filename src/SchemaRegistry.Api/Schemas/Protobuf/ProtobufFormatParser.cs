using SchemaRegistry.Api.Schemas.Formats;

namespace SchemaRegistry.Api.Schemas.Protobuf;

/// <summary>Checks Protobuf schemas; referenced schemas are imported by the names that the references give them.</summary>
internal sealed class ProtobufFormatParser : IFormatParser
{
    private readonly ProtobufFormat _format = new();

    public SchemaFormat Format => SchemaFormat.Protobuf;

    public void Check(ReadOnlySpan<byte> utf8, IReadOnlyList<StoredSchema> references) =>
        _format.Parse(utf8, [.. references.Select(static reference => new NamedSchema(reference.ReferenceName ?? string.Empty, reference.Text))]);
}
