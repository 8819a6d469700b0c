using System.Globalization;
using System.Text;
using SchemaRegistry.Api.Schemas.Protobuf.Model;

namespace SchemaRegistry.Api.Schemas.Protobuf.Syntax;

internal sealed partial class ProtoParser
{
    private void ParseDefault(ProtoField field)
    {
        if (field.DefaultValue is not null)
        {
            throw new SchemaSyntaxException(_reader.Offset, "\"default\" is set twice");
        }

        _reader.Next();
        _reader.Consume("="u8);
        field.DefaultOffset = _reader.Offset;
        field.DefaultValue = ParseDefaultValue(field.Type);
    }

    private string ParseDefaultValue(FieldType type)
    {
        switch (type)
        {
            case FieldType.Int32 or FieldType.SInt32 or FieldType.SFixed32:
                return ParseSignedDefault(int.MaxValue);
            case FieldType.Int64 or FieldType.SInt64 or FieldType.SFixed64:
                return ParseSignedDefault(long.MaxValue);
            case FieldType.UInt32 or FieldType.Fixed32:
                return ParseUnsignedDefault(uint.MaxValue);
            case FieldType.UInt64 or FieldType.Fixed64:
                return ParseUnsignedDefault(ulong.MaxValue);
            case FieldType.Float or FieldType.Double:
                var isNegative = _reader.TryConsume("-"u8);
                var number = isNegative ? -_reader.ConsumeNumber() : _reader.ConsumeNumber();
                return type == FieldType.Float ? FloatText.Of((float)number) : FloatText.Of(number);
            case FieldType.Bool:
                return _reader.TryConsume("true"u8) ? "true" : _reader.TryConsume("false"u8) ? "false" : throw _reader.Unexpected("\"true\" or \"false\"");
            case FieldType.String:
                return Encoding.UTF8.GetString(_reader.ConsumeString("a string"));
            case FieldType.Bytes:
                return ByteText.Escape(_reader.ConsumeString("a string"));
            case FieldType.Group:
                throw new SchemaSyntaxException(_reader.Offset, "a message has no default");
            default:
                return _reader.ConsumeIdentifier("the name of an enum value");
        }
    }

    private string ParseSignedDefault(ulong max)
    {
        var isNegative = _reader.TryConsume("-"u8);
        var value = _reader.ConsumeInteger(max + (isNegative ? 1u : 0u), "an integer").ToString(CultureInfo.InvariantCulture);
        return isNegative && value != "0" ? "-" + value : value;
    }

    private string ParseUnsignedDefault(ulong max) =>
        _reader.LookingAt("-"u8)
            ? throw new SchemaSyntaxException(_reader.Offset, "an unsigned field has no negative default")
            : _reader.ConsumeInteger(max, "an integer").ToString(CultureInfo.InvariantCulture);
}
