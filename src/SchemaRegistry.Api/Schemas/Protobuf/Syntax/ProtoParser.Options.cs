using SchemaRegistry.Api.Schemas.Protobuf.Model;
using SchemaRegistry.Api.Schemas.Protobuf.Options;

namespace SchemaRegistry.Api.Schemas.Protobuf.Syntax;

internal sealed partial class ProtoParser
{
    private void ParseOptionStatement(ProtoElement element)
    {
        _reader.Consume("option"u8);
        element.Add(ParseOption());
        _reader.Consume(";"u8);
    }

    // "default" and "json_name" of a field look like options but are none.
    private void ParseBracketedOptions(ProtoElement element, ProtoField? field)
    {
        _reader.Consume("["u8);
        do
        {
            if (field is not null && _reader.LookingAt("default"u8))
            {
                ParseDefault(field);
            }
            else if (field is not null && _reader.LookingAt("json_name"u8))
            {
                ParseJsonName(field);
            }
            else
            {
                element.Add(ParseOption());
            }
        }
        while (_reader.TryConsume(","u8));
        _reader.Consume("]"u8);
    }

    private OptionStatement ParseOption()
    {
        var name = new List<OptionNamePart>();
        do
        {
            name.Add(ParseOptionNamePart());
        }
        while (_reader.TryConsume("."u8));
        _reader.Consume("="u8);
        return new OptionStatement(name, ParseOptionValue());
    }

    private OptionNamePart ParseOptionNamePart()
    {
        if (!_reader.TryConsume("("u8))
        {
            var nameOffset = _reader.Offset;
            return new OptionNamePart(_reader.ConsumeIdentifier("the name of an option"), IsExtension: false, nameOffset);
        }

        var offset = _reader.Offset;
        var name = (_reader.TryConsume("."u8) ? "." : string.Empty) + ParseDottedName("the name of an option");
        _reader.Consume(")"u8);
        return new OptionNamePart(name, IsExtension: true, offset);
    }

    private OptionLiteral ParseOptionValue()
    {
        var offset = _reader.Offset;
        var isNegative = _reader.TryConsume("-"u8);
        switch (_reader.Kind)
        {
            case TokenKind.Identifier:
                var identifier = _reader.ConsumeIdentifier("a value");
                return isNegative
                    ? new OptionLiteral { Offset = offset, Float = NegativeWord(identifier, offset) }
                    : new OptionLiteral { Offset = offset, Identifier = identifier };
            case TokenKind.Integer:
                return ParseIntegerValue(offset, isNegative);
            case TokenKind.Float:
                var number = _reader.ConsumeNumber();
                return new OptionLiteral { Offset = offset, Float = isNegative ? -number : number };
            case TokenKind.String when isNegative:
                throw new SchemaSyntaxException(offset, "a string has no sign");
            case TokenKind.String:
                return new OptionLiteral { Offset = offset, Text = _reader.ConsumeString("a string") };
            case TokenKind.Symbol when _reader.LookingAt("{"u8):
                return ParseAggregate(offset);
            default:
                throw _reader.Unexpected("the value of the option");
        }
    }

    private OptionLiteral ParseIntegerValue(int offset, bool isNegative)
    {
        var digits = _reader.Tokens.BytesOf(_reader.Current);
        if (NumberLiteral.TryParseInteger(digits, isNegative ? 1ul << 63 : ulong.MaxValue, out var value))
        {
            _reader.Next();
            return isNegative && value > 0
                ? new OptionLiteral { Offset = offset, NegativeInteger = value }
                : new OptionLiteral { Offset = offset, PositiveInteger = value };
        }

        var number = _reader.ConsumeNumber();
        return new OptionLiteral { Offset = offset, Float = isNegative ? -number : number };
    }

    private static double NegativeWord(string identifier, int offset) => identifier switch
    {
        "inf" => double.NegativeInfinity,
        "nan" => double.NaN,
        _ => throw new SchemaSyntaxException(offset, "a name has no sign"),
    };

    // Only the braces are counted here: what stands between them depends on the type of the option.
    private OptionLiteral ParseAggregate(int offset)
    {
        _reader.Next();
        var start = _reader.Position;
        var depth = 1;
        while (true)
        {
            if (_reader.AtEnd)
            {
                throw new SchemaSyntaxException(offset, "the value does not end: \"}\" is missing");
            }

            depth += _reader.LookingAt("{"u8) ? 1 : _reader.LookingAt("}"u8) ? -1 : 0;
            _reader.Next();
            if (depth == 0)
            {
                return new OptionLiteral { Offset = offset, Aggregate = _reader.Tokens, AggregateStart = start, AggregateEnd = _reader.Position - 1 };
            }
        }
    }

    private void ParseJsonName(ProtoField field)
    {
        var offset = _reader.Offset;
        if (field.ExplicitJsonName is not null)
        {
            throw new SchemaSyntaxException(offset, "\"json_name\" is set twice");
        }

        _reader.Next();
        _reader.Consume("="u8);
        var valueOffset = _reader.Offset;
        field.ExplicitJsonName = _reader.ConsumeText("a name in quotes");
        if (field.ExplicitJsonName.Contains('\0', StringComparison.Ordinal))
        {
            throw new SchemaSyntaxException(valueOffset, "a JSON name has no NUL");
        }
    }
}
