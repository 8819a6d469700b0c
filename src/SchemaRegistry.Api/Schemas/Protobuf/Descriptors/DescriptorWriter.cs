using SchemaRegistry.Api.Schemas.Protobuf.Model;
using SchemaRegistry.Api.Schemas.Protobuf.Options;

namespace SchemaRegistry.Api.Schemas.Protobuf.Descriptors;

/// <summary>Writes a linked file as a <c>FileDescriptorProto</c>, in the order of field numbers, as protoc does.</summary>
internal static class DescriptorWriter
{
    public static byte[] Write(ProtoFile file, string name)
    {
        var writer = new WireWriter();
        writer.Text(1, name);
        if (file.Package.Length > 0)
        {
            writer.Text(2, file.Package);
        }

        var imports = file.Imports.FindAll(static import => import.Kind != ImportKind.Option);
        imports.ForEach(import => writer.Text(3, import.Path));
        file.Messages.ForEach(message => writer.Bytes(4, Write(message)));
        file.Enums.ForEach(type => writer.Bytes(5, Write(type)));
        file.Services.ForEach(service => writer.Bytes(6, Write(service)));
        file.Extensions.ForEach(extension => writer.Bytes(7, Write(extension)));
        WriteOptions(writer, 8, file);
        WriteIndexes(writer, 10, imports, ImportKind.Public);
        WriteIndexes(writer, 11, imports, ImportKind.Weak);
        if (file.Edition != Edition.Proto2)
        {
            writer.Text(12, file.IsEditions ? "editions" : "proto3");
        }

        if (file.IsEditions)
        {
            writer.Int32(14, (int)file.Edition);
        }

        file.Imports.FindAll(static import => import.Kind == ImportKind.Option).ForEach(import => writer.Text(15, import.Path));
        return writer.Written.ToArray();
    }

    private static void WriteIndexes(WireWriter writer, int number, List<ProtoImport> imports, ImportKind kind)
    {
        for (var i = 0; i < imports.Count; i++)
        {
            if (imports[i].Kind == kind)
            {
                writer.Int32(number, i);
            }
        }
    }

    private static void WriteOptions(WireWriter writer, int number, ProtoElement element)
    {
        if (element is ProtoMessage { IsMapEntry: true, Options: null })
        {
            // MessageOptions.map_entry
            writer.Bytes(number, [7 << 3, 1]);
        }
        else if (element.Options is { } options)
        {
            writer.Bytes(number, MessageWriter.Write(options));
        }
    }

    private static ReadOnlySpan<byte> Write(ProtoMessage message)
    {
        var writer = new WireWriter();
        writer.Text(1, message.Name);
        message.Fields.ForEach(field => writer.Bytes(2, Write(field)));
        message.Messages.ForEach(nested => writer.Bytes(3, Write(nested)));
        message.Enums.ForEach(type => writer.Bytes(4, Write(type)));
        message.ExtensionRanges.ForEach(range => writer.Bytes(5, Write(range)));
        message.Extensions.ForEach(extension => writer.Bytes(6, Write(extension)));
        WriteOptions(writer, 7, message);
        foreach (var oneof in message.Oneofs)
        {
            var part = new WireWriter();
            part.Text(1, oneof.Name);
            WriteOptions(part, 2, oneof);
            writer.Bytes(8, part.Written);
        }

        message.ReservedRanges.ForEach(range => writer.Bytes(9, Write(range)));
        message.ReservedNames.ForEach(name => writer.Text(10, name.Name));
        WriteVisibility(writer, 11, message.Visibility);
        return writer.Written;
    }

    private static void WriteVisibility(WireWriter writer, int number, Visibility visibility)
    {
        if (visibility != Visibility.Unset)
        {
            writer.Int32(number, (int)visibility);
        }
    }

    private static ReadOnlySpan<byte> Write(ProtoRange range)
    {
        var writer = new WireWriter();
        writer.Int32(1, range.Start);
        writer.Int32(2, range.End);
        WriteOptions(writer, 3, range);
        return writer.Written;
    }

    private static ReadOnlySpan<byte> Write(ProtoField field)
    {
        var writer = new WireWriter();
        writer.Text(1, field.Name);
        if (field.IsExtension)
        {
            writer.Text(2, "." + field.Container!.FullName);
        }

        writer.Int32(3, field.Number);
        writer.Int32(4, (int)field.Label);
        writer.Int32(5, (int)field.Type);
        if ((field.MessageType?.FullName ?? field.EnumType?.FullName) is { } typeName)
        {
            writer.Text(6, "." + typeName);
        }

        if (field.DefaultValue is not null)
        {
            writer.Text(7, field.DefaultValue);
        }

        WriteOptions(writer, 8, field);
        if (field.OneofIndex >= 0)
        {
            writer.Int32(9, field.OneofIndex);
        }

        writer.Text(10, field.JsonName);
        if (field.Proto3Optional)
        {
            writer.Int32(17, 1);
        }

        return writer.Written;
    }

    private static ReadOnlySpan<byte> Write(ProtoEnum type)
    {
        var writer = new WireWriter();
        writer.Text(1, type.Name);
        foreach (var value in type.Values)
        {
            var part = new WireWriter();
            part.Text(1, value.Name);
            part.Int32(2, value.Number);
            WriteOptions(part, 3, value);
            writer.Bytes(2, part.Written);
        }

        WriteOptions(writer, 3, type);
        type.ReservedRanges.ForEach(range => writer.Bytes(4, Write(range)));
        type.ReservedNames.ForEach(name => writer.Text(5, name.Name));
        WriteVisibility(writer, 6, type.Visibility);
        return writer.Written;
    }

    private static ReadOnlySpan<byte> Write(ProtoService service)
    {
        var writer = new WireWriter();
        writer.Text(1, service.Name);
        foreach (var method in service.Methods)
        {
            var part = new WireWriter();
            part.Text(1, method.Name);
            part.Text(2, "." + method.InputType!.FullName);
            part.Text(3, "." + method.OutputType!.FullName);
            WriteOptions(part, 4, method);
            if (method.HasBlock && method.Options is null)
            {
                part.Bytes(4, []);
            }

            if (method.ClientStreaming)
            {
                part.Int32(5, 1);
            }

            if (method.ServerStreaming)
            {
                part.Int32(6, 1);
            }

            writer.Bytes(2, part.Written);
        }

        WriteOptions(writer, 3, service);
        return writer.Written;
    }
}
