using SchemaRegistry.Api.Schemas.Protobuf.Model;

namespace SchemaRegistry.Api.Schemas.Protobuf.Options;

/// <summary>Turns the value of an option into one of its field's type.</summary>
internal static class ScalarOption
{
    /// <exception cref="SchemaSyntaxException">The value is not of the type.</exception>
    public static object Convert(ProtoField field, OptionLiteral literal) => field.Type switch
    {
        FieldType.Int32 or FieldType.SInt32 or FieldType.SFixed32 => (int)Signed(field, literal, int.MaxValue),
        FieldType.Int64 or FieldType.SInt64 or FieldType.SFixed64 => Signed(field, literal, long.MaxValue),
        FieldType.UInt32 or FieldType.Fixed32 => (uint)Unsigned(field, literal, uint.MaxValue),
        FieldType.UInt64 or FieldType.Fixed64 => Unsigned(field, literal, ulong.MaxValue),
        FieldType.Float => (float)Number(field, literal),
        FieldType.Double => Number(field, literal),
        FieldType.Bool => literal.Identifier switch { "true" => true, "false" => false, _ => throw Wrong(field, literal, "\"true\" or \"false\"") },
        FieldType.Enum => Enum(field, literal),
        FieldType.String or FieldType.Bytes => literal.Text ?? throw Wrong(field, literal, "a string"),
        _ => throw new SchemaSyntaxException(literal.Offset,
            $"the option \"{field.FullName}\" is a message: set it as a whole with {{ }} or its fields by \"{field.Name}.field\""),
    };

    private static long Signed(ProtoField field, OptionLiteral literal, ulong max)
    {
        if (literal.PositiveInteger is { } positive)
        {
            return positive <= max ? (long)positive : throw Wrong(field, literal, "within the range of its type");
        }

        return literal.NegativeInteger is not { } negative ? throw Wrong(field, literal, "an integer")
            : negative <= max + 1 ? unchecked(-(long)negative)
            : throw Wrong(field, literal, "within the range of its type");
    }

    private static ulong Unsigned(ProtoField field, OptionLiteral literal, ulong max) =>
        literal.PositiveInteger is not { } value ? throw Wrong(field, literal, "an integer of 0 or more")
        : value <= max ? value
        : throw Wrong(field, literal, "within the range of its type");

    private static double Number(ProtoField field, OptionLiteral literal) =>
        literal.Float ?? literal.PositiveInteger ?? -(double?)literal.NegativeInteger ?? literal.Identifier switch
        {
            "inf" => double.PositiveInfinity,
            "nan" => double.NaN,
            _ => throw Wrong(field, literal, "a number"),
        };

    private static object Enum(ProtoField field, OptionLiteral literal)
    {
        if (literal.Identifier is not { } name)
        {
            throw Wrong(field, literal, "the name of an enum value");
        }

        return field.EnumType!.FindValue(name)?.Number
            ?? throw new SchemaSyntaxException(literal.Offset, $"the enum \"{field.EnumType.FullName}\" has no value \"{name}\"");
    }

    private static SchemaSyntaxException Wrong(ProtoField field, OptionLiteral literal, string wanted) =>
        new(literal.Offset, $"the value of the option \"{field.FullName}\" must be {wanted}");
}
