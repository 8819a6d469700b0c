namespace SchemaRegistry.Api.Schemas.Protobuf.Model;

/// <summary>A group of fields of which at most one is set.</summary>
internal sealed class ProtoOneof(ProtoMessage message) : ProtoElement
{
    public ProtoMessage Message { get; } = message;

    /// <summary>Whether it only says that an optional field of proto3 has presence.</summary>
    public bool IsSynthetic { get; set; }
}
