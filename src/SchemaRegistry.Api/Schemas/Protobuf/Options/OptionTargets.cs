using SchemaRegistry.Api.Schemas.Protobuf.Model;

namespace SchemaRegistry.Api.Schemas.Protobuf.Options;

/// <summary>The kinds of elements that can have options: the type of those options and the number in <c>OptionTargetType</c>.</summary>
internal static class OptionTargets
{
    private static readonly string[] s_names = ["?", "file", "extension range", "message", "field", "oneof", "enum", "enum value", "service", "method"];

    public static string OptionsTypeOf(ProtoElement element) => element switch
    {
        ProtoFile => "google.protobuf.FileOptions",
        ProtoRange => "google.protobuf.ExtensionRangeOptions",
        ProtoMessage => "google.protobuf.MessageOptions",
        ProtoField => "google.protobuf.FieldOptions",
        ProtoOneof => "google.protobuf.OneofOptions",
        ProtoEnum => "google.protobuf.EnumOptions",
        ProtoEnumValue => "google.protobuf.EnumValueOptions",
        ProtoService => "google.protobuf.ServiceOptions",
        _ => "google.protobuf.MethodOptions",
    };

    public static int TargetOf(ProtoElement element) => element switch
    {
        ProtoFile => 1,
        ProtoRange => 2,
        ProtoMessage => 3,
        ProtoField => 4,
        ProtoOneof => 5,
        ProtoEnum => 6,
        ProtoEnumValue => 7,
        ProtoService => 8,
        _ => 9,
    };

    public static string NameOf(int target) => s_names[target];
}
