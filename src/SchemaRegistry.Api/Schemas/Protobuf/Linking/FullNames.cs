using SchemaRegistry.Api.Schemas.Formats;
using SchemaRegistry.Api.Schemas.Protobuf.Model;

namespace SchemaRegistry.Api.Schemas.Protobuf.Linking;

/// <summary>Sets the full names of a file's declarations.</summary>
internal sealed class FullNames
{
    private long _work;

    public static void Set(ProtoFile file)
    {
        var names = new FullNames();
        file.FullName = file.Package;
        names.Set(file.Messages, file.Enums, file.Extensions, file.Package);
        foreach (var service in file.Services)
        {
            names.Set(service, file.Package);
            service.Methods.ForEach(method => names.Set(method, service.FullName));
        }
    }

    private void Set(List<ProtoMessage> messages, List<ProtoEnum> enums, List<ProtoField> extensions, string scope)
    {
        foreach (var message in messages)
        {
            Set(message, scope);
            message.Fields.ForEach(field => Set(field, message.FullName));
            message.Oneofs.ForEach(oneof => Set(oneof, message.FullName));
            message.ExtensionRanges.ForEach(range => range.FullName = message.FullName);
            Set(message.Messages, message.Enums, message.Extensions, message.FullName);
        }

        foreach (var type in enums)
        {
            Set(type, scope);

            // As in C++, the values of an enum are its siblings.
            type.Values.ForEach(value => Set(value, scope));
        }

        extensions.ForEach(extension => Set(extension, scope));
    }

    private void Set(ProtoElement element, string scope)
    {
        element.FullName = Naming.Join(scope, element.Name);
        _work += element.FullName.Length;
        if (_work > ProtobufLimits.LinkWork / 4)
        {
            throw new WorkLimitException("the schema's names nest too deep and are too long to be resolved");
        }
    }
}
