using SchemaRegistry.Api.Schemas.Protobuf.Model;
using SchemaRegistry.Api.Schemas.Protobuf.Syntax;

namespace SchemaRegistry.Api.Schemas.Protobuf.Options;

/// <summary>Reads scalar values of the text format.</summary>
internal static class AggregateScalar
{
    public static object Read(TokenReader reader, ProtoField field) => field.Type switch
    {
        FieldType.Int32 or FieldType.SInt32 or FieldType.SFixed32 => (int)Signed(reader, int.MaxValue),
        FieldType.Int64 or FieldType.SInt64 or FieldType.SFixed64 => Signed(reader, long.MaxValue),
        FieldType.UInt32 or FieldType.Fixed32 => (uint)reader.ConsumeInteger(uint.MaxValue, "an integer of 0 or more"),
        FieldType.UInt64 or FieldType.Fixed64 => reader.ConsumeInteger(ulong.MaxValue, "an integer of 0 or more"),
        FieldType.Float => (float)Number(reader),
        FieldType.Double => Number(reader),
        FieldType.Bool => Bool(reader),
        FieldType.Enum => Enum(reader, field.EnumType!),
        _ => reader.ConsumeString("a string"),
    };

    private static long Signed(TokenReader reader, ulong max) =>
        reader.TryConsume("-"u8)
            ? unchecked(-(long)reader.ConsumeInteger(max + 1, "an integer"))
            : (long)reader.ConsumeInteger(max, "an integer");

    private static double Number(TokenReader reader)
    {
        var isNegative = reader.TryConsume("-"u8);
        double value;
        if (reader.Kind == TokenKind.Identifier)
        {
            var offset = reader.Offset;
            value = reader.ConsumeIdentifier("a number").ToLowerInvariant() switch
            {
                "inf" or "infinity" => double.PositiveInfinity,
                "nan" => double.NaN,
                _ => throw new SchemaSyntaxException(offset, "a number is expected"),
            };
        }
        else if (reader.Kind == TokenKind.Integer && reader.Tokens.BytesOf(reader.Current) is [(byte)'0', _, ..])
        {
            throw reader.Unexpected("a decimal number");
        }
        else
        {
            value = reader.ConsumeNumber();
        }

        return isNegative ? -value : value;
    }

    private static object Bool(TokenReader reader)
    {
        if (reader.Kind == TokenKind.Integer)
        {
            return reader.ConsumeInteger(1, "a boolean") == 1;
        }

        var offset = reader.Offset;
        return reader.ConsumeIdentifier("\"true\" or \"false\"") switch
        {
            "true" or "True" or "t" => true,
            "false" or "False" or "f" => (object)false,
            _ => throw new SchemaSyntaxException(offset, "\"true\" or \"false\" is expected"),
        };
    }

    private static object Enum(TokenReader reader, ProtoEnum type)
    {
        var offset = reader.Offset;
        if (reader.Kind == TokenKind.Identifier)
        {
            var name = reader.ConsumeIdentifier("an enum value");
            return type.FindValue(name)?.Number ?? throw new SchemaSyntaxException(offset, $"the enum \"{type.FullName}\" has no value \"{name}\"");
        }

        var number = reader.ConsumeSignedInt32("an enum value");
        return !type.IsClosed || type.FindValue(number) is not null
            ? number
            : throw new SchemaSyntaxException(offset, $"the enum \"{type.FullName}\" has no value {number}");
    }
}
