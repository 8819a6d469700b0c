using SchemaRegistry.Api.Schemas.Protobuf.Options;

namespace SchemaRegistry.Api.Schemas.Protobuf.Model;

/// <summary>What all declarations have: a name, a place in the text and options. Written by the parser and the linker, read only afterwards.</summary>
internal abstract class ProtoElement
{
    public string Name { get; set; } = string.Empty;

    /// <summary>With package and enclosing declarations, without a leading dot.</summary>
    public string FullName { get; set; } = string.Empty;

    /// <summary>Where the name stands, in bytes from the start of the text.</summary>
    public int Offset { get; set; }

    /// <summary>The options as they are written.</summary>
    public List<OptionStatement>? OptionStatements { get; set; }

    /// <summary>The options of a binary descriptor, before they are read.</summary>
    public byte[]? RawOptions { get; set; }

    /// <summary>The options once their names are resolved; none when there are none.</summary>
    public MessageValue? Options { get; set; }

    public FeatureSet Features { get; set; } = FeatureSet.Unknown;

    public void Add(OptionStatement option) => (OptionStatements ??= []).Add(option);
}
