namespace SchemaRegistry.Api.Schemas.Protobuf.Model;

/// <summary>A service.</summary>
internal sealed class ProtoService : ProtoElement
{
    public List<ProtoMethod> Methods { get; } = [];
}
