using SchemaRegistry.Api.Schemas.Protobuf.Model;

namespace SchemaRegistry.Api.Schemas.Protobuf.Linking;

/// <summary>Finds the types that fields, extensions and methods name.</summary>
internal sealed class TypeResolver(SymbolScope scope, SymbolTable symbols)
{
    /// <exception cref="SchemaSyntaxException">A name is not defined, or stands for something else.</exception>
    public void Resolve(ProtoFile file)
    {
        foreach (var message in file.AllMessages())
        {
            foreach (var field in message.Fields)
            {
                field.Container = message;
                ResolveType(field);
            }
        }

        foreach (var extension in file.AllExtensions())
        {
            ResolveType(extension);
            extension.Container = Message(extension.Extendee!, extension.FullName, extension.ExtendeeOffset);
            symbols.AddExtension(extension);
        }

        foreach (var method in file.Services.SelectMany(static service => service.Methods))
        {
            method.InputType = Message(method.InputName, method.FullName, method.InputOffset);
            method.OutputType = Message(method.OutputName, method.FullName, method.OutputOffset);
        }
    }

    private void ResolveType(ProtoField field)
    {
        if (field.TypeName is null)
        {
            return;
        }

        var symbol = scope.Resolve(field.TypeName, field.FullName, typesOnly: true, field.TypeOffset);
        switch (symbol.Element)
        {
            case ProtoMessage message when field.Type is not FieldType.Enum:
                field.MessageType = message;
                field.Type = field.Type == FieldType.Named ? FieldType.Message : field.Type;
                message.IsGroup |= field.Type == FieldType.Group;
                break;
            case ProtoEnum type when field.Type is FieldType.Named or FieldType.Enum:
                field.EnumType = type;
                field.Type = FieldType.Enum;
                break;
            default:
                throw new SchemaSyntaxException(field.TypeOffset, $"\"{field.TypeName.TrimStart('.')}\" is not a type");
        }

        Checks.VisibilityChecks.Check(symbol.Element, scope.File, field.TypeOffset);
    }

    // Here a name that stands for a method or a field is not passed over: protoc refuses it.
    private ProtoMessage Message(string name, string relativeTo, int offset)
    {
        var message = scope.Resolve(name, relativeTo, typesOnly: false, offset).Element as ProtoMessage
            ?? throw new SchemaSyntaxException(offset, $"\"{name.TrimStart('.')}\" is not a message type");
        Checks.VisibilityChecks.Check(message, scope.File, offset);
        return message;
    }
}
