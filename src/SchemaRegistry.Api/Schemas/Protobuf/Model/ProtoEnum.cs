namespace SchemaRegistry.Api.Schemas.Protobuf.Model;

/// <summary>An enum type.</summary>
internal sealed class ProtoEnum(ProtoFile file, ProtoMessage? parent) : ProtoElement
{
    public ProtoFile File { get; } = file;

    public ProtoMessage? Parent { get; } = parent;

    public List<ProtoEnumValue> Values { get; } = [];

    /// <summary>Numbers that no value may have, the end inclusive.</summary>
    public List<ProtoRange> ReservedRanges { get; } = [];

    public List<ReservedName> ReservedNames { get; } = [];

    public Visibility Visibility { get; set; }

    /// <summary>Whether numbers without a value are unknown fields.</summary>
    public bool IsClosed => Features.EnumType == FeatureSet.Closed;

    public ProtoEnumValue? FindValue(string name) => Values.Find(value => string.Equals(value.Name, name, StringComparison.Ordinal));

    public ProtoEnumValue? FindValue(int number) => Values.Find(value => value.Number == number);
}
