namespace SchemaRegistry.Api.Schemas.Protobuf.Model;

/// <summary>A value of an enum; its full name is that of a sibling of the enum.</summary>
internal sealed class ProtoEnumValue : ProtoElement
{
    public int Number { get; set; }

    public int NumberOffset { get; set; }
}
