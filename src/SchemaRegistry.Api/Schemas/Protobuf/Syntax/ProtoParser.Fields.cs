using SchemaRegistry.Api.Schemas.Protobuf.Model;

namespace SchemaRegistry.Api.Schemas.Protobuf.Syntax;

internal sealed partial class ProtoParser
{
    /// <summary>The end of a range to "max"; what it comes to is known when the options of the message are.</summary>
    public const int MaxRangeEnd = -2;

    private void ParseLabel(ProtoField field)
    {
        var offset = _reader.Offset;
        if (_reader.TryConsume("optional"u8))
        {
            if (IsEditions)
            {
                throw new SchemaSyntaxException(offset, "in editions there is no label \"optional\": fields have presence without it");
            }

            field.Label = FieldLabel.Optional;
            field.Proto3Optional = _file.Edition == Edition.Proto3;
        }
        else if (_reader.TryConsume("repeated"u8))
        {
            field.Label = FieldLabel.Repeated;
        }
        else if (_reader.TryConsume("required"u8))
        {
            if (IsEditions)
            {
                throw new SchemaSyntaxException(offset, "in editions there is no label \"required\": use features.field_presence = LEGACY_REQUIRED");
            }

            field.Label = FieldLabel.Required;
        }
        else
        {
            return;
        }

        field.HasLabel = true;
    }

    private void ParseField(ProtoField field, List<ProtoField> fields, ProtoMessage? scope, int depth)
    {
        field.TypeOffset = _reader.Offset;
        var map = _reader.LookingAt("map"u8) && _reader.LookingAt("<"u8, 1) ? ParseMapType(field, scope) : null;
        if (map is null)
        {
            if (!field.HasLabel && field.OneofIndex < 0 && _file.Edition == Edition.Proto2)
            {
                throw _reader.Unexpected("\"required\", \"optional\" or \"repeated\"");
            }

            ParseFieldType(field);
        }

        field.Offset = _reader.Offset;
        field.Name = _reader.ConsumeIdentifier("the name of a field");
        _reader.Consume("="u8);
        field.NumberOffset = _reader.Offset;
        field.Number = _reader.ConsumeInt32("the number of the field");
        if (_reader.LookingAt("["u8))
        {
            ParseBracketedOptions(field, field);
        }

        fields.Add(field);
        if (field.Type == FieldType.Group)
        {
            ParseGroupBody(field, scope, depth);
            return;
        }

        _reader.Consume(";"u8);
        if (map is not null)
        {
            CompleteMap(field, scope!, map);
        }
    }

    private void ParseFieldType(ProtoField field)
    {
        if (_reader.LookingAt("map"u8))
        {
            // A type of this name; what follows is the name of the field.
            _reader.Next();
            field.TypeName = "map";
            return;
        }

        ParseTypeName(field);
        if (field.Type == FieldType.Group && IsEditions)
        {
            throw new SchemaSyntaxException(field.TypeOffset, "in editions there are no groups: use features.message_encoding = DELIMITED");
        }
    }

    private void ParseTypeName(ProtoField field)
    {
        if (_reader.Kind == TokenKind.Identifier && FieldTypes.TryParse(_reader.Tokens.TextOf(_reader.Current), out var type))
        {
            _reader.Next();
            field.Type = type;
        }
        else
        {
            field.TypeName = ParseUserTypeName();
        }
    }

    private string ParseUserTypeName()
    {
        if (_reader.Kind == TokenKind.Identifier && FieldTypes.TryParse(_reader.Tokens.TextOf(_reader.Current), out _))
        {
            throw _reader.Unexpected("a message type");
        }

        return _reader.TryConsume("."u8) ? "." + ParseDottedName("a type") : ParseDottedName("a type");
    }

    private ProtoMessage ParseMapType(ProtoField field, ProtoMessage? scope)
    {
        if (field.OneofIndex >= 0)
        {
            throw new SchemaSyntaxException(_reader.Offset, "a map cannot be in a oneof");
        }

        if (field.HasLabel)
        {
            throw new SchemaSyntaxException(_reader.Offset, "a map has no label");
        }

        if (field.IsExtension)
        {
            throw new SchemaSyntaxException(_reader.Offset, "a map cannot be an extension");
        }

        var entry = new ProtoMessage(_file, scope) { IsMapEntry = true };
        _reader.Next();
        _reader.Next();
        entry.Fields.Add(ParseMapPart(entry, "key", 1));
        _reader.Consume(","u8);
        entry.Fields.Add(ParseMapPart(entry, "value", 2));
        _reader.Consume(">"u8);
        field.Label = FieldLabel.Repeated;
        return entry;
    }

    private ProtoField ParseMapPart(ProtoMessage entry, string name, int number)
    {
        var part = new ProtoField(_file, entry) { Name = name, Number = number, TypeOffset = _reader.Offset, Offset = _reader.Offset, HasLabel = true };
        ParseTypeName(part);
        return part.Type == FieldType.Group ? throw new SchemaSyntaxException(part.TypeOffset, "a map holds no groups") : part;
    }

    private static void CompleteMap(ProtoField field, ProtoMessage scope, ProtoMessage entry)
    {
        entry.Name = Naming.ToMapEntryName(field.Name);
        entry.Offset = field.Offset;
        field.TypeName = entry.Name;

        // What is said of the map's strings and of its encoding is meant for its keys and values.
        foreach (var option in field.OptionStatements ?? [])
        {
            if (option.Name is [{ Name: "features", IsExtension: false }, ..])
            {
                entry.Fields[0].Add(option);
                entry.Fields[1].Add(option);
            }
        }

        scope.Messages.Add(entry);
    }

    private void ParseGroupBody(ProtoField field, ProtoMessage? scope, int depth)
    {
        if (!char.IsAsciiLetterUpper(field.Name[0]))
        {
            throw new SchemaSyntaxException(field.Offset, "the name of a group starts with a capital letter");
        }

        var body = new ProtoMessage(_file, scope) { Name = field.Name, Offset = field.Offset, IsGroup = true };
        field.TypeName = field.Name;
        field.Name = field.Name.ToLowerInvariant();
        (scope?.Messages ?? _file.Messages).Add(body);
        if (!_reader.LookingAt("{"u8))
        {
            throw _reader.Unexpected("the body of the group");
        }

        ParseMessageBody(body, depth + 1);
    }
}
