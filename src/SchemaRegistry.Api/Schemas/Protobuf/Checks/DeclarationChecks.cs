using System.Text;
using SchemaRegistry.Api.Schemas.Protobuf.Model;
using SchemaRegistry.Api.Schemas.Protobuf.Options;

namespace SchemaRegistry.Api.Schemas.Protobuf.Checks;

/// <summary>The rules for declarations of extensions in ranges.</summary>
internal static class DeclarationChecks
{
    private const int Declared = 0;
    private const int Unverified = 1;

    public static void Check(ProtoMessage message, ProtoRange range)
    {
        if (DeclarationsOf(range) is not { Count: > 0 } declarations)
        {
            return;
        }

        var numbers = new HashSet<int>();
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var declaration in declarations)
        {
            if (declaration.Number < range.Start || declaration.Number >= range.End)
            {
                throw Refused(range, $"the declared extension number {declaration.Number} is not in the range");
            }

            if (!numbers.Add(declaration.Number))
            {
                throw Refused(range, $"the extension number {declaration.Number} is declared twice");
            }

            CheckNames(range, declaration, names);
        }

        if (range.Options!.Find("verification") is Unverified)
        {
            throw Refused(range, $"a range of \"{message.FullName}\" has declarations and so cannot be UNVERIFIED");
        }
    }

    /// <summary>What a range declares; none when its extensions need no declaration.</summary>
    public static List<ExtensionDeclaration>? DeclarationsOf(ProtoRange range)
    {
        var options = range.Options;
        var field = options?.Type.FindField("declaration");
        var values = field is null ? null : options!.Find(field.Number)?.Values;
        return values is null
            ? options?.Find("verification") is Declared ? [] : null
            : [.. values.Cast<MessageValue>().Select(Read)];
    }

    private static void CheckNames(ProtoRange range, ExtensionDeclaration declaration, HashSet<string> names)
    {
        if (declaration.FullName.Length == 0 != (declaration.Type.Length == 0) || (declaration is { FullName: "", IsReserved: false }))
        {
            throw Refused(range, $"the declaration of extension number {declaration.Number} needs both \"full_name\" and \"type\"");
        }

        if (declaration.FullName.Length == 0)
        {
            return;
        }

        if (!names.Add(declaration.FullName))
        {
            throw Refused(range, $"the extension \"{declaration.FullName}\" is declared twice");
        }

        if (!IsFullName(declaration.FullName) || !(IsFullName(declaration.Type) || FieldTypes.TryParse(declaration.Type, out _)))
        {
            throw Refused(range, $"the declaration of \"{declaration.FullName}\" needs names with a leading dot");
        }
    }

    private static bool IsFullName(string name) => name.StartsWith('.') && name[1..].Split('.').All(Naming.IsIdentifier);

    private static ExtensionDeclaration Read(MessageValue value) => new(
        value.Find("number") is int number ? number : 0,
        Text(value, "full_name"),
        Text(value, "type"),
        value.IsTrue("reserved"),
        value.IsTrue("repeated"));

    private static string Text(MessageValue value, string name) => value.Find(name) is byte[] utf8 ? Encoding.UTF8.GetString(utf8) : string.Empty;

    private static SchemaSyntaxException Refused(ProtoRange range, string reason) => new(range.Offset, reason);
}
