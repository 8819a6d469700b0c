namespace SchemaRegistry.Api.Schemas.Protobuf.Model;

/// <summary>A method of a service.</summary>
internal sealed class ProtoMethod : ProtoElement
{
    public string InputName { get; set; } = string.Empty;

    public int InputOffset { get; set; }

    public string OutputName { get; set; } = string.Empty;

    public int OutputOffset { get; set; }

    public bool ClientStreaming { get; set; }

    public bool ServerStreaming { get; set; }

    public ProtoMessage? InputType { get; set; }

    public ProtoMessage? OutputType { get; set; }

    /// <summary>Whether the declaration ends with a block, which makes options of it, even of none.</summary>
    public bool HasBlock { get; set; }
}
