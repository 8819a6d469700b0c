using SchemaRegistry.Api.Schemas.Protobuf.Model;

namespace SchemaRegistry.Api.Schemas.Protobuf.Linking;

/// <summary>What a full name stands for.</summary>
/// <param name="Element">The declaration; none for a package.</param>
/// <param name="File">The file that declares it, for a package the first one.</param>
internal sealed record Symbol(ProtoElement? Element, ProtoFile File)
{
    public bool IsPackage => Element is null;

    public bool IsType => Element is ProtoMessage or ProtoEnum;

    /// <summary>Whether other names can lie within it.</summary>
    public bool IsAggregate => Element is null or ProtoMessage or ProtoEnum or ProtoService;
}
