using System.Text;
using SchemaRegistry.Api.Schemas.Protobuf.Model;

namespace SchemaRegistry.Api.Schemas.Protobuf.Syntax;

internal sealed partial class ProtoParser
{
    private void ParseMessage(ProtoMessage? parent, Visibility visibility, int depth)
    {
        var message = new ProtoMessage(_file, parent) { Offset = _reader.Offset, Visibility = visibility };
        message.Name = _reader.ConsumeIdentifier("the name of a message");
        (parent?.Messages ?? _file.Messages).Add(message);
        ParseMessageBody(message, depth);
    }

    private void ParseMessageBody(ProtoMessage message, int depth)
    {
        if (depth >= ProtobufLimits.MessageDepth)
        {
            throw new SchemaSyntaxException(_reader.Offset, $"messages nest deeper than {ProtobufLimits.MessageDepth}");
        }

        _reader.Consume("{"u8);
        while (!_reader.TryConsume("}"u8))
        {
            if (_reader.AtEnd)
            {
                throw new SchemaSyntaxException(_reader.Offset, $"the message \"{message.Name}\" does not end: \"}}\" is missing");
            }

            ParseMessageStatement(message, depth);
        }

        AddSyntheticOneofs(message);
    }

    private void ParseMessageStatement(ProtoMessage message, int depth)
    {
        if (_reader.TryConsume(";"u8))
        {
        }
        else if (TryParseVisibility(out var visibility) || _reader.LookingAt("message"u8) || _reader.LookingAt("enum"u8))
        {
            ParseType(message, visibility, depth + 1);
        }
        else if (_reader.LookingAt("extensions"u8))
        {
            ParseExtensionRanges(message);
        }
        else if (_reader.LookingAt("reserved"u8))
        {
            ParseReserved(message);
        }
        else if (_reader.LookingAt("extend"u8))
        {
            ParseExtend(message, depth);
        }
        else if (_reader.LookingAt("option"u8))
        {
            ParseOptionStatement(message);
        }
        else if (_reader.LookingAt("oneof"u8))
        {
            ParseOneof(message, depth);
        }
        else
        {
            var field = new ProtoField(_file, message);
            ParseLabel(field);
            ParseField(field, message.Fields, message, depth);
        }
    }

    private void ParseOneof(ProtoMessage message, int depth)
    {
        _reader.Next();
        var oneof = new ProtoOneof(message) { Offset = _reader.Offset };
        oneof.Name = _reader.ConsumeIdentifier("the name of a oneof");
        message.Oneofs.Add(oneof);
        var index = message.Oneofs.Count - 1;
        _reader.Consume("{"u8);
        do
        {
            if (_reader.LookingAt("option"u8))
            {
                ParseOptionStatement(oneof);
                continue;
            }

            if (_reader.LookingAt("required"u8) || _reader.LookingAt("optional"u8) || _reader.LookingAt("repeated"u8))
            {
                throw new SchemaSyntaxException(_reader.Offset, "a field of a oneof has no label");
            }

            var field = new ProtoField(_file, message) { OneofIndex = index, HasLabel = false };
            ParseField(field, message.Fields, message, depth);
        }
        while (!_reader.TryConsume("}"u8));
    }

    private void ParseExtend(ProtoMessage? scope, int depth)
    {
        _reader.Next();
        var offset = _reader.Offset;
        var extendee = ParseUserTypeName();
        _reader.Consume("{"u8);
        do
        {
            var field = new ProtoField(_file, scope) { Extendee = extendee, ExtendeeOffset = offset };
            ParseLabel(field);
            ParseField(field, scope?.Extensions ?? _file.Extensions, scope, depth);
        }
        while (!_reader.TryConsume("}"u8));
    }

    private void ParseExtensionRanges(ProtoMessage message)
    {
        _reader.Next();
        var first = message.ExtensionRanges.Count;
        do
        {
            var offset = _reader.Offset;
            var start = _reader.ConsumeInt32("a range of field numbers");
            var end = start;
            if (_reader.TryConsume("to"u8))
            {
                end = _reader.TryConsume("max"u8) ? MaxRangeEnd : _reader.ConsumeInt32("a number");
            }

            message.ExtensionRanges.Add(new ProtoRange { Offset = offset, Start = start, End = unchecked(end + 1) });
        }
        while (_reader.TryConsume(","u8));

        if (_reader.LookingAt("["u8))
        {
            // The options hold for each of the ranges.
            var options = new ProtoRange();
            ParseBracketedOptions(options, null);
            for (var i = first; i < message.ExtensionRanges.Count; i++)
            {
                message.ExtensionRanges[i].OptionStatements = options.OptionStatements;
            }
        }

        _reader.Consume(";"u8);
    }

    private void ParseReserved(ProtoMessage message)
    {
        _reader.Next();
        if (!TryParseReservedNames(message.ReservedNames))
        {
            do
            {
                var offset = _reader.Offset;
                var start = _reader.ConsumeInt32(message.ReservedRanges.Count == 0 ? "a field name or a range of numbers" : "a range of numbers");
                var end = start;
                if (_reader.TryConsume("to"u8))
                {
                    end = _reader.TryConsume("max"u8) ? MaxRangeEnd : _reader.ConsumeInt32("a number");
                }

                message.ReservedRanges.Add(new ProtoRange { Offset = offset, Start = start, End = unchecked(end + 1) });
            }
            while (_reader.TryConsume(","u8));
        }

        _reader.Consume(";"u8);
    }

    // Names are strings, in editions identifiers.
    private bool TryParseReservedNames(List<ReservedName> names)
    {
        if (_reader.Kind is not (TokenKind.String or TokenKind.Identifier))
        {
            return false;
        }

        do
        {
            var offset = _reader.Offset;
            if (IsEditions && _reader.Kind == TokenKind.String)
            {
                throw new SchemaSyntaxException(offset, "in editions a reserved name has no quotes");
            }

            if (!IsEditions && _reader.Kind == TokenKind.Identifier)
            {
                throw new SchemaSyntaxException(offset, "a reserved name stands in quotes, except in editions");
            }

            names.Add(new ReservedName(IsEditions ? _reader.ConsumeIdentifier("a field name") : _reader.ConsumeText("a field name in quotes"), offset));
        }
        while (_reader.TryConsume(","u8));
        return true;
    }

    // An optional field of proto3 has presence because it is alone in a oneof that nobody wrote.
    private static void AddSyntheticOneofs(ProtoMessage message)
    {
        HashSet<string>? names = null;
        foreach (var field in message.Fields.Where(static field => field.Proto3Optional))
        {
            names ??= [.. message.Fields.Select(static other => other.Name), .. message.Oneofs.Select(static oneof => oneof.Name)];
            var name = new StringBuilder(field.Name);
            if (!field.Name.StartsWith('_'))
            {
                name.Insert(0, '_');
            }

            while (!names.Add(name.ToString()))
            {
                name.Insert(0, 'X');
            }

            field.OneofIndex = message.Oneofs.Count;
            message.Oneofs.Add(new ProtoOneof(message) { Name = name.ToString(), Offset = field.Offset, IsSynthetic = true });
        }
    }
}
