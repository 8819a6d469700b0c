using SchemaRegistry.Api.Schemas.Protobuf.Model;

namespace SchemaRegistry.Api.Schemas.Protobuf.Linking;

/// <summary>Walks over everything in a file that has a name or options.</summary>
internal static class Declarations
{
    /// <summary>Everything that has a full name.</summary>
    public static IEnumerable<ProtoElement> Of(ProtoFile file) =>
        Of(file.Messages, file.Enums, file.Extensions).Concat(file.Services.SelectMany(static service => service.Methods.Prepend<ProtoElement>(service)));

    private static IEnumerable<ProtoElement> Of(List<ProtoMessage> messages, List<ProtoEnum> enums, List<ProtoField> extensions)
    {
        foreach (var message in messages)
        {
            yield return message;
            foreach (var part in message.Fields.Concat<ProtoElement>(message.Oneofs).Concat(Of(message.Messages, message.Enums, message.Extensions)))
            {
                yield return part;
            }
        }

        foreach (var type in enums)
        {
            yield return type;
            foreach (var value in type.Values)
            {
                yield return value;
            }
        }

        foreach (var extension in extensions)
        {
            yield return extension;
        }
    }
}
