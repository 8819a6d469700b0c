namespace SchemaRegistry.Api.Schemas.Protobuf.Model;

/// <summary>What is known of the field types: their names and how they are encoded.</summary>
internal static class FieldTypes
{
    private static readonly Dictionary<string, FieldType> s_byName = new(StringComparer.Ordinal)
    {
        ["double"] = FieldType.Double,
        ["float"] = FieldType.Float,
        ["int64"] = FieldType.Int64,
        ["uint64"] = FieldType.UInt64,
        ["int32"] = FieldType.Int32,
        ["fixed64"] = FieldType.Fixed64,
        ["fixed32"] = FieldType.Fixed32,
        ["bool"] = FieldType.Bool,
        ["string"] = FieldType.String,
        ["group"] = FieldType.Group,
        ["bytes"] = FieldType.Bytes,
        ["uint32"] = FieldType.UInt32,
        ["sfixed32"] = FieldType.SFixed32,
        ["sfixed64"] = FieldType.SFixed64,
        ["sint32"] = FieldType.SInt32,
        ["sint64"] = FieldType.SInt64,
    };

    private static readonly Dictionary<FieldType, string> s_names = s_byName.ToDictionary(static pair => pair.Value, static pair => pair.Key);

    public static bool TryParse(string name, out FieldType type) => s_byName.TryGetValue(name, out type);

    public static string NameOf(FieldType type) => s_names[type];

    public static WireType WireTypeOf(FieldType type) => type switch
    {
        FieldType.Double or FieldType.Fixed64 or FieldType.SFixed64 => WireType.Fixed64,
        FieldType.Float or FieldType.Fixed32 or FieldType.SFixed32 => WireType.Fixed32,
        FieldType.String or FieldType.Bytes or FieldType.Message => WireType.Length,
        FieldType.Group => WireType.StartGroup,
        _ => WireType.Varint,
    };

    /// <summary>Whether several values can share one length-delimited record.</summary>
    public static bool IsPackable(FieldType type) => WireTypeOf(type) is WireType.Varint or WireType.Fixed32 or WireType.Fixed64;

    public static bool IsMessage(FieldType type) => type is FieldType.Message or FieldType.Group;
}
