using SchemaRegistry.Api.Schemas.Protobuf.Linking;
using SchemaRegistry.Api.Schemas.Protobuf.Model;

namespace SchemaRegistry.Api.Schemas.Protobuf.Descriptors;

/// <summary>What the grammar guarantees of a source and nobody of a binary descriptor.</summary>
internal static class DescriptorChecks
{
    /// <exception cref="SchemaSyntaxException">The descriptor could not come from a source.</exception>
    public static void Check(ProtoFile file)
    {
        if (file.Package.Length > ProtobufLimits.PackageLength || (file.Package.Length > 0 && !file.Package.Split('.').All(Naming.IsIdentifier)))
        {
            throw new SchemaSyntaxException(0, $"\"{file.Package}\" is not a package name");
        }

        if (Declarations.Of(file).FirstOrDefault(static element => !Naming.IsIdentifier(element.Name) || element.Name.Length > ProtobufLimits.NameLength) is { } nameless)
        {
            throw new SchemaSyntaxException(0, $"\"{nameless.Name}\" is not a name");
        }

        foreach (var message in file.AllMessages())
        {
            CheckOneofs(message);
            message.Fields.ForEach(CheckField);
            if (message.IsMapEntry)
            {
                CheckMapEntry(message);
            }
        }

        foreach (var extension in file.AllExtensions())
        {
            CheckField(extension);
            if (extension.Extendee is null)
            {
                throw new SchemaSyntaxException(0, $"the extension \"{extension.Name}\" does not say what it extends");
            }
        }
    }

    private static void CheckField(ProtoField field)
    {
        var isNamed = field.Type is FieldType.Named or FieldType.Message or FieldType.Group or FieldType.Enum;
        if (!Enum.IsDefined(field.Type) || !Enum.IsDefined(field.Label) || isNamed == (field.TypeName is null))
        {
            throw new SchemaSyntaxException(0, $"the field \"{field.Name}\" has no known type or label");
        }

        // Descriptors have the JSON name of each field, source only those that differ.
        if (string.Equals(field.ExplicitJsonName, Naming.ToJsonName(field.Name), StringComparison.Ordinal))
        {
            field.ExplicitJsonName = null;
        }

        field.HasLabel = field.IsRepeated || field.Proto3Optional || (field.File.Edition == Edition.Proto2 && field.OneofIndex < 0);
    }

    private static void CheckOneofs(ProtoMessage message)
    {
        for (var i = 0; i < message.Oneofs.Count; i++)
        {
            var members = message.Fields.FindAll(field => field.OneofIndex == i);
            message.Oneofs[i].IsSynthetic = members is [{ Proto3Optional: true }];
            if (members.Count == 0)
            {
                throw new SchemaSyntaxException(0, $"the oneof \"{message.Oneofs[i].Name}\" has no fields");
            }
        }

        if (message.Fields.Find(field => field.OneofIndex >= message.Oneofs.Count
            || (field.Proto3Optional && (field.OneofIndex < 0 || !message.Oneofs[field.OneofIndex].IsSynthetic))
            || (field.OneofIndex >= 0 && field.Label != FieldLabel.Optional)) is { } stray)
        {
            throw new SchemaSyntaxException(0, $"the field \"{stray.Name}\" and its oneof do not fit together");
        }
    }

    private static void CheckMapEntry(ProtoMessage entry)
    {
        var isEntry = entry.Fields is [{ Name: "key", Number: 1, Label: FieldLabel.Optional }, { Name: "value", Number: 2, Label: FieldLabel.Optional }]
            && entry.Parent?.Fields.Exists(field => field.IsRepeated && Naming.ToMapEntryName(field.Name) == entry.Name) == true
            && entry.Messages.Count + entry.Enums.Count + entry.Oneofs.Count + entry.Extensions.Count + entry.ExtensionRanges.Count == 0;
        if (!isEntry)
        {
            throw new SchemaSyntaxException(0, $"the message \"{entry.Name}\" is no entry of a map");
        }
    }
}
