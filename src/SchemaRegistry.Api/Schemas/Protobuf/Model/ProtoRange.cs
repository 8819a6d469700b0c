namespace SchemaRegistry.Api.Schemas.Protobuf.Model;

/// <summary>A range of numbers. Only ranges for extensions have options.</summary>
internal sealed class ProtoRange : ProtoElement
{
    public int Start { get; set; }

    public int End { get; set; }
}
