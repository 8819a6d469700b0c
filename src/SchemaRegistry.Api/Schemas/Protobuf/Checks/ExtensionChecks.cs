using SchemaRegistry.Api.Schemas.Protobuf.Model;
using SchemaRegistry.Api.Schemas.Protobuf.Options;

namespace SchemaRegistry.Api.Schemas.Protobuf.Checks;

/// <summary>The rules for extensions.</summary>
internal static class ExtensionChecks
{
    private static readonly HashSet<string> s_optionTypes =
    [
        "google.protobuf.FileOptions", "google.protobuf.MessageOptions", "google.protobuf.FieldOptions", "google.protobuf.EnumOptions",
        "google.protobuf.EnumValueOptions", "google.protobuf.ServiceOptions", "google.protobuf.MethodOptions", "google.protobuf.OneofOptions",
        "google.protobuf.ExtensionRangeOptions", "google.protobuf.StreamOptions",
    ];

    public static void Check(ProtoField extension)
    {
        var extended = extension.Container!;
        if (Array.Find([.. extended.ExtensionRanges], range => range.Start <= extension.Number && extension.Number < range.End) is not { } range)
        {
            throw new SchemaSyntaxException(extension.NumberOffset, $"\"{extended.FullName}\" has no extension number {extension.Number}");
        }

        if (extension.IsRequired)
        {
            throw new SchemaSyntaxException(extension.Offset, "an extension cannot be required");
        }

        if (extension.Options is { } options && options.IsTrue("unverified_lazy"))
        {
            throw new SchemaSyntaxException(OptionChecks.OffsetOf(extension), "an extension cannot be \"unverified_lazy\"");
        }

        if (extended.IsMessageSet && (extension.IsRepeated || extension.Type != FieldType.Message))
        {
            throw new SchemaSyntaxException(extension.TypeOffset, "an extension of a message set is an optional message");
        }

        if (extension.File.Edition == Edition.Proto3 && !s_optionTypes.Contains(extended.FullName))
        {
            throw new SchemaSyntaxException(extension.ExtendeeOffset, "extensions in proto3 are for options only");
        }

        if (FileChecks.IsLite(extension.File) && !FileChecks.IsLite(extended.File))
        {
            throw new SchemaSyntaxException(
                extension.ExtendeeOffset, $"a file with optimize_for = LITE_RUNTIME cannot extend \"{extended.FullName}\", whose file does not have it");
        }

        CheckDeclared(extension, range);
    }

    // A range that declares one of its extensions declares all of them.
    private static void CheckDeclared(ProtoField extension, ProtoRange range)
    {
        if (DeclarationChecks.DeclarationsOf(range) is not { } declarations)
        {
            return;
        }

        var declaration = declarations.Find(declaration => declaration.Number == extension.Number)
            ?? throw new SchemaSyntaxException(extension.NumberOffset, $"the extension number {extension.Number} is not declared by its range");
        if (declaration.IsReserved)
        {
            throw new SchemaSyntaxException(extension.NumberOffset, $"the extension number {extension.Number} is reserved by its range");
        }

        var type = extension.MessageType?.FullName ?? extension.EnumType?.FullName;
        if (declaration.FullName != $".{extension.FullName}"
            || declaration.Type != (type is null ? FieldTypes.NameOf(extension.Type) : $".{type}")
            || declaration.IsRepeated != extension.IsRepeated)
        {
            throw new SchemaSyntaxException(
                extension.Offset, $"the extension number {extension.Number} is declared as {declaration.FullName} of type {declaration.Type}");
        }
    }
}
