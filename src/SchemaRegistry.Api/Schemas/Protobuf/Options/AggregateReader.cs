using System.Text;
using SchemaRegistry.Api.Schemas.Protobuf.Linking;
using SchemaRegistry.Api.Schemas.Protobuf.Model;
using SchemaRegistry.Api.Schemas.Protobuf.Syntax;

namespace SchemaRegistry.Api.Schemas.Protobuf.Options;

/// <summary>Reads the value of a message option: the text format of messages.</summary>
internal sealed class AggregateReader
{
    private readonly TokenReader _reader;
    private readonly SymbolScope _scope;
    private readonly string _relativeTo;

    private AggregateReader(OptionLiteral literal, SymbolScope scope, string relativeTo)
    {
        _reader = new TokenReader(literal.Aggregate!, literal.AggregateStart, literal.AggregateEnd);
        _scope = scope;
        _relativeTo = relativeTo;
    }

    /// <exception cref="SchemaSyntaxException">The text is not a message of the type.</exception>
    public static MessageValue Read(ProtoMessage type, OptionLiteral literal, SymbolScope scope, string relativeTo)
    {
        var reader = new AggregateReader(literal, scope, relativeTo);
        var message = new MessageValue(type);
        reader.ReadFields(message, 0);
        if (!reader._reader.AtEnd)
        {
            throw reader._reader.Unexpected("the name of a field");
        }

        RequiredFields.Check(message, literal.Offset);
        return message;
    }

    private void ReadFields(MessageValue message, int depth)
    {
        if (depth > ProtobufLimits.ValueDepth)
        {
            throw new SchemaSyntaxException(_reader.Offset, $"the value nests deeper than {ProtobufLimits.ValueDepth}");
        }

        while (!_reader.AtEnd && !_reader.LookingAt("}"u8) && !_reader.LookingAt(">"u8))
        {
            ReadField(message, depth);
            if (!_reader.TryConsume(","u8))
            {
                _reader.TryConsume(";"u8);
            }
        }
    }

    private void ReadField(MessageValue message, int depth)
    {
        var offset = _reader.Offset;
        if (_reader.TryConsume("["u8))
        {
            ReadBracketedField(message, offset, depth);
            return;
        }

        var name = _reader.ConsumeIdentifier("the name of a field");
        if (FindField(message.Type, name) is { } field)
        {
            ReadFieldValue(message, field, offset, depth);
        }
        else if (message.Type.ReservedNames.Exists(reserved => string.Equals(reserved.Name, name, StringComparison.Ordinal)))
        {
            SkipFieldValue(depth);
        }
        else
        {
            throw new SchemaSyntaxException(offset, $"the message \"{message.Type.FullName}\" has no field \"{name}\"");
        }
    }

    // A group goes by the name of its type.
    private static ProtoField? FindField(ProtoMessage type, string name)
    {
        if (type.FindField(name) is { } field)
        {
            return field.Type == FieldType.Group && !string.Equals(field.MessageType!.Name, name, StringComparison.Ordinal) && type.File.Edition <= Edition.Proto3
                ? null
                : field;
        }

        return type.FindField(name.ToLowerInvariant()) is { IsDelimited: true } group && string.Equals(group.MessageType!.Name, name, StringComparison.Ordinal)
            ? group
            : null;
    }

    private void ReadBracketedField(MessageValue message, int offset, int depth)
    {
        var name = new StringBuilder();
        while (!_reader.AtEnd && !_reader.LookingAt("]"u8))
        {
            name.Append(_reader.Tokens.TextOf(_reader.Current));
            _reader.Next();
        }

        _reader.Consume("]"u8);
        var text = name.ToString();
        var slash = text.LastIndexOf('/');
        if (slash >= 0)
        {
            ReadAny(message, text, slash, offset, depth);
            return;
        }

        var field = _scope.FindExtension(text, _relativeTo) ?? throw new SchemaSyntaxException(offset, $"the extension \"{text}\" is not defined");
        if (!ReferenceEquals(field.Container, message.Type))
        {
            throw new SchemaSyntaxException(offset, $"\"{text}\" is not an extension of \"{message.Type.FullName}\"");
        }

        ReadFieldValue(message, field, offset, depth);
    }

    private void ReadAny(MessageValue message, string url, int slash, int offset, int depth)
    {
        var prefix = url[..(slash + 1)];
        var type = prefix is "type.googleapis.com/" or "type.googleprod.com/" ? _scope.FindMessage(url[(slash + 1)..]) : null;
        if (type is null || !string.Equals(message.Type.FullName, "google.protobuf.Any", StringComparison.Ordinal) || !message.IsEmpty)
        {
            throw new SchemaSyntaxException(offset, $"\"{url}\" does not name a known message that an Any could hold here");
        }

        _reader.TryConsume(":"u8);
        var value = ReadMessage(type, depth);
        message.Add(message.Type.FindField(1)!, Encoding.UTF8.GetBytes(url));
        message.Add(message.Type.FindField(2)!, MessageWriter.Write(value));
    }

    private void ReadFieldValue(MessageValue message, ProtoField field, int offset, int depth)
    {
        CheckNotSet(message, field, offset);
        var isMessage = FieldTypes.IsMessage(field.Type);
        if (!_reader.TryConsume(":"u8) && !isMessage)
        {
            throw _reader.Unexpected("\":\"");
        }

        if (field.IsRepeated && _reader.TryConsume("["u8))
        {
            ReadList(message, field, depth);
            return;
        }

        message.Add(field, isMessage ? ReadMessage(field.MessageType!, depth) : AggregateScalar.Read(_reader, field));
    }

    private void ReadList(MessageValue message, ProtoField field, int depth)
    {
        if (_reader.TryConsume("]"u8))
        {
            return;
        }

        do
        {
            message.Add(field, FieldTypes.IsMessage(field.Type) ? ReadMessage(field.MessageType!, depth) : AggregateScalar.Read(_reader, field));
        }
        while (_reader.TryConsume(","u8));
        _reader.Consume("]"u8);
    }

    private MessageValue ReadMessage(ProtoMessage type, int depth)
    {
        var isAngle = _reader.TryConsume("<"u8);
        if (!isAngle)
        {
            _reader.Consume("{"u8);
        }

        var value = new MessageValue(type);
        ReadFields(value, depth + 1);
        _reader.Consume(isAngle ? ">"u8 : "}"u8);
        if (type.IsMapEntry)
        {
            CompleteEntry(value);
        }

        return value;
    }

    // A map has no entries without a key or a value.
    private static void CompleteEntry(MessageValue entry)
    {
        foreach (var field in entry.Type.Fields.Where(field => entry.Find(field.Number) is null))
        {
            entry.Add(field, field.MessageType is { } type ? new MessageValue(type) : DefaultValues.Of(field));
        }
    }

    private static void CheckNotSet(MessageValue message, ProtoField field, int offset)
    {
        if (field.IsRepeated)
        {
            return;
        }

        if (message.Find(field.Number) is not null)
        {
            throw new SchemaSyntaxException(offset, $"the field \"{field.Name}\" is set twice");
        }

        if (field.Oneof is { } oneof && message.Fields.FirstOrDefault(other => ReferenceEquals(other.Field.Oneof, oneof)) is { } sibling)
        {
            throw new SchemaSyntaxException(offset, $"\"{field.Name}\" and \"{sibling.Field.Name}\" are both set, but they are in the oneof \"{oneof.Name}\"");
        }
    }

    // The value of a field that was removed: anything well-formed.
    private void SkipValue(int depth)
    {
        if (depth > ProtobufLimits.ValueDepth)
        {
            throw new SchemaSyntaxException(_reader.Offset, $"the value nests deeper than {ProtobufLimits.ValueDepth}");
        }

        if (_reader.TryConsume("["u8))
        {
            while (!_reader.TryConsume("]"u8))
            {
                SkipValue(depth + 1);
                _reader.TryConsume(","u8);
            }
        }
        else if (_reader.LookingAt("{"u8) || _reader.LookingAt("<"u8))
        {
            SkipMessage(depth);
        }
        else if (_reader.Kind == TokenKind.String)
        {
            _reader.ConsumeString("a string");
        }
        else
        {
            _reader.TryConsume("-"u8);
            if (_reader.Kind is not (TokenKind.Identifier or TokenKind.Integer or TokenKind.Float))
            {
                throw _reader.Unexpected("a value");
            }

            _reader.Next();
        }
    }

    // Only a message can do without a colon.
    private void SkipFieldValue(int depth)
    {
        if (!_reader.TryConsume(":"u8) && !_reader.LookingAt("{"u8) && !_reader.LookingAt("<"u8))
        {
            throw _reader.Unexpected("\":\"");
        }

        SkipValue(depth);
    }

    private void SkipMessage(int depth)
    {
        var close = _reader.LookingAt("<"u8) ? ">"u8 : "}"u8;
        _reader.Next();
        while (!_reader.TryConsume(close))
        {
            _reader.ConsumeIdentifier("the name of a field");
            SkipFieldValue(depth + 1);
            if (!_reader.TryConsume(","u8))
            {
                _reader.TryConsume(";"u8);
            }
        }
    }
}
