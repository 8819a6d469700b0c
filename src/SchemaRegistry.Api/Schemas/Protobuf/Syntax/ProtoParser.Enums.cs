using SchemaRegistry.Api.Schemas.Protobuf.Model;

namespace SchemaRegistry.Api.Schemas.Protobuf.Syntax;

internal sealed partial class ProtoParser
{
    private void ParseEnum(ProtoMessage? parent, Visibility visibility)
    {
        var type = new ProtoEnum(_file, parent) { Offset = _reader.Offset, Visibility = visibility };
        type.Name = _reader.ConsumeIdentifier("the name of an enum");
        (parent?.Enums ?? _file.Enums).Add(type);
        _reader.Consume("{"u8);
        while (!_reader.TryConsume("}"u8))
        {
            if (_reader.AtEnd)
            {
                throw new SchemaSyntaxException(_reader.Offset, $"the enum \"{type.Name}\" does not end: \"}}\" is missing");
            }

            ParseEnumStatement(type);
        }
    }

    private void ParseEnumStatement(ProtoEnum type)
    {
        if (_reader.TryConsume(";"u8))
        {
        }
        else if (_reader.LookingAt("option"u8))
        {
            ParseOptionStatement(type);
        }
        else if (_reader.LookingAt("reserved"u8))
        {
            ParseReserved(type);
        }
        else
        {
            var value = new ProtoEnumValue { Offset = _reader.Offset };
            value.Name = _reader.ConsumeIdentifier("the name of an enum value");
            _reader.Consume("="u8);
            value.NumberOffset = _reader.Offset;
            value.Number = _reader.ConsumeSignedInt32("a number");
            if (_reader.LookingAt("["u8))
            {
                ParseBracketedOptions(value, null);
            }

            _reader.Consume(";"u8);
            type.Values.Add(value);
        }
    }

    private void ParseReserved(ProtoEnum type)
    {
        _reader.Next();
        if (!TryParseReservedNames(type.ReservedNames))
        {
            do
            {
                var offset = _reader.Offset;
                var start = _reader.ConsumeSignedInt32("a value name or a range of numbers");
                var end = start;
                if (_reader.TryConsume("to"u8))
                {
                    end = _reader.TryConsume("max"u8) ? int.MaxValue : _reader.ConsumeSignedInt32("a number");
                }

                type.ReservedRanges.Add(new ProtoRange { Offset = offset, Start = start, End = end });
            }
            while (_reader.TryConsume(","u8));
        }

        _reader.Consume(";"u8);
    }
}
