using SchemaRegistry.Api.Schemas.Protobuf.Model;

namespace SchemaRegistry.Api.Schemas.Protobuf.Descriptors;

/// <summary>Reads a <c>FileDescriptorProto</c>. Positions are unknown: all offsets are 0.</summary>
internal sealed class DescriptorReader
{
    private readonly ProtoFile _file = new();

    private DescriptorReader()
    {
    }

    /// <exception cref="SchemaSyntaxException">The bytes are no descriptor.</exception>
    public static ProtoFile Read(byte[] bytes)
    {
        var reader = new DescriptorReader();
        reader.ReadFile(bytes);
        DescriptorChecks.Check(reader._file);
        return reader._file;
    }

    private void ReadFile(byte[] bytes)
    {
        var fields = WireField.Read(bytes);
        var paths = fields.Where(static field => field.Number == 3).Select(static field => field.Text).ToArray();
        var publics = IndexesOf(fields, 10);
        var weaks = IndexesOf(fields, 11);
        _file.Imports.AddRange(paths.Select((path, i) =>
            new ProtoImport(path, publics.Contains(i) ? ImportKind.Public : weaks.Contains(i) ? ImportKind.Weak : ImportKind.Plain, 0)));
        foreach (var field in fields)
        {
            ReadFilePart(field);
        }
    }

    private static HashSet<int> IndexesOf(List<WireField> fields, int number) =>
        [.. fields.Where(field => field.Number == number).Select(static field => field.Int32)];

    private void ReadFilePart(WireField field)
    {
        switch (field.Number)
        {
            case 1:
                _file.Name = field.Text;
                break;
            case 2:
                _file.Package = field.Text;
                break;
            case 4:
                _file.Messages.Add(ReadMessage(field.Bytes, null, 0));
                break;
            case 5:
                _file.Enums.Add(ReadEnum(field.Bytes, null));
                break;
            case 6:
                _file.Services.Add(ReadService(field.Bytes));
                break;
            case 7:
                _file.Extensions.Add(ReadField(field.Bytes, null));
                break;
            case 8:
                _file.RawOptions = field.Bytes;
                break;
            case 12:
                _file.HasSyntax = true;
                _file.Edition = field.Text switch
                {
                    "" or "proto2" => Edition.Proto2,
                    "proto3" => Edition.Proto3,
                    "editions" => _file.IsEditions ? _file.Edition : Edition.E2023,
                    var other => throw new SchemaSyntaxException(0, $"the syntax \"{other}\" is unknown"),
                };
                break;
            case 14:
                _file.Edition = (Edition)field.Int32 is Edition.Proto2 or Edition.Proto3 or Edition.E2023 or Edition.E2024
                    ? (Edition)field.Int32
                    : throw new SchemaSyntaxException(0, $"the edition {field.Int32} is unknown");
                break;
            case 15:
                _file.Imports.Add(new ProtoImport(field.Text, ImportKind.Option, 0));
                break;
        }
    }

    private ProtoMessage ReadMessage(byte[]? bytes, ProtoMessage? parent, int depth)
    {
        if (depth >= ProtobufLimits.MessageDepth)
        {
            throw new SchemaSyntaxException(0, $"messages nest deeper than {ProtobufLimits.MessageDepth}");
        }

        var message = new ProtoMessage(_file, parent);
        foreach (var field in WireField.Read(bytes))
        {
            ReadMessagePart(message, field, depth);
        }

        return message;
    }

    private void ReadMessagePart(ProtoMessage message, WireField field, int depth)
    {
        switch (field.Number)
        {
            case 1:
                message.Name = field.Text;
                break;
            case 2:
                message.Fields.Add(ReadField(field.Bytes, message));
                break;
            case 3:
                message.Messages.Add(ReadMessage(field.Bytes, message, depth + 1));
                break;
            case 4:
                message.Enums.Add(ReadEnum(field.Bytes, message));
                break;
            case 5:
                message.ExtensionRanges.Add(ReadRange(field.Bytes));
                break;
            case 6:
                message.Extensions.Add(ReadField(field.Bytes, message));
                break;
            case 7:
                message.RawOptions = field.Bytes;
                message.IsMapEntry = WireField.Read(field.Bytes).Exists(static option => option is { Number: 7, IsTrue: true });
                break;
            case 8:
                message.Oneofs.Add(ReadOneof(field.Bytes, message));
                break;
            case 9:
                message.ReservedRanges.Add(ReadRange(field.Bytes));
                break;
            case 10:
                message.ReservedNames.Add(new ReservedName(field.Text, 0));
                break;
            case 11:
                message.Visibility = (Visibility)field.Int32;
                break;
        }
    }

    private static ProtoOneof ReadOneof(byte[]? bytes, ProtoMessage message)
    {
        var oneof = new ProtoOneof(message);
        foreach (var field in WireField.Read(bytes))
        {
            _ = field.Number switch { 1 => oneof.Name = field.Text, 2 => (oneof.RawOptions = field.Bytes) as object, _ => null };
        }

        return oneof;
    }

    private static ProtoRange ReadRange(byte[]? bytes)
    {
        var range = new ProtoRange();
        foreach (var field in WireField.Read(bytes))
        {
            _ = field.Number switch { 1 => range.Start = field.Int32, 2 => range.End = field.Int32, 3 => (range.RawOptions = field.Bytes) as object, _ => null };
        }

        return range;
    }

    private ProtoField ReadField(byte[]? bytes, ProtoMessage? scope)
    {
        var result = new ProtoField(_file, scope);
        foreach (var field in WireField.Read(bytes))
        {
            _ = field.Number switch
            {
                1 => result.Name = field.Text,
                2 => result.Extendee = field.Text,
                3 => result.Number = field.Int32,
                4 => result.Label = (FieldLabel)field.Int32,
                5 => result.Type = (FieldType)field.Int32,
                6 => result.TypeName = field.Text,
                7 => result.DefaultValue = field.Text,
                8 => (result.RawOptions = field.Bytes) as object,
                9 => result.OneofIndex = field.Int32,
                10 => result.ExplicitJsonName = field.Text,
                17 => result.Proto3Optional = field.IsTrue,
                _ => null,
            };
        }

        return result;
    }

    private ProtoEnum ReadEnum(byte[]? bytes, ProtoMessage? parent)
    {
        var type = new ProtoEnum(_file, parent);
        foreach (var field in WireField.Read(bytes))
        {
            switch (field.Number)
            {
                case 1:
                    type.Name = field.Text;
                    break;
                case 2:
                    type.Values.Add(ReadValue(field.Bytes));
                    break;
                case 3:
                    type.RawOptions = field.Bytes;
                    break;
                case 4:
                    type.ReservedRanges.Add(ReadRange(field.Bytes));
                    break;
                case 5:
                    type.ReservedNames.Add(new ReservedName(field.Text, 0));
                    break;
                case 6:
                    type.Visibility = (Visibility)field.Int32;
                    break;
            }
        }

        return type;
    }

    private static ProtoEnumValue ReadValue(byte[]? bytes)
    {
        var value = new ProtoEnumValue();
        foreach (var field in WireField.Read(bytes))
        {
            _ = field.Number switch { 1 => value.Name = field.Text, 2 => value.Number = field.Int32, 3 => (value.RawOptions = field.Bytes) as object, _ => null };
        }

        return value;
    }

    private static ProtoService ReadService(byte[]? bytes)
    {
        var service = new ProtoService();
        foreach (var field in WireField.Read(bytes))
        {
            switch (field.Number)
            {
                case 1:
                    service.Name = field.Text;
                    break;
                case 2:
                    service.Methods.Add(ReadMethod(field.Bytes));
                    break;
                case 3:
                    service.RawOptions = field.Bytes;
                    break;
            }
        }

        return service;
    }

    private static ProtoMethod ReadMethod(byte[]? bytes)
    {
        var method = new ProtoMethod();
        foreach (var field in WireField.Read(bytes))
        {
            _ = field.Number switch
            {
                1 => method.Name = field.Text,
                2 => method.InputName = field.Text,
                3 => method.OutputName = field.Text,
                4 => (method.RawOptions = field.Bytes) as object,
                5 => method.ClientStreaming = field.IsTrue,
                6 => method.ServerStreaming = field.IsTrue,
                _ => null,
            };
        }

        return method;
    }
}
