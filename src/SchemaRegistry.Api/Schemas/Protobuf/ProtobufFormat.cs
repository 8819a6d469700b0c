using SchemaRegistry.Api.Schemas.Formats;
using SchemaRegistry.Api.Schemas.Protobuf.Linking;

namespace SchemaRegistry.Api.Schemas.Protobuf;

/// <summary>Protocol Buffers: proto2, proto3 and the editions 2023 and 2024, as source or as the base64 of a descriptor.</summary>
internal sealed class ProtobufFormat : ISchemaFormat
{
    public SchemaFormat Format => SchemaFormat.Protobuf;

    public IParsedSchema Parse(ReadOnlySpan<byte> utf8, IReadOnlyList<NamedSchema> references)
    {
        var loader = new FileLoader(references);
        return new ProtobufSchema(loader.Load(utf8.ToArray(), out var wasSerialized), loader.Imported, wasSerialized);
    }
}
