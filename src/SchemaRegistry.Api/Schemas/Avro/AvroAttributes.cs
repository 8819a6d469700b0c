using SchemaRegistry.Api.Schemas.Json.Syntax;

namespace SchemaRegistry.Api.Schemas.Avro;

/// <summary>What a type or a field says beside what makes it: aliases, and attributes that Avro does not know and keeps.</summary>
internal static class AvroAttributes
{
    private static readonly HashSet<string> s_ofUnnamed = new(["type", "items", "values"], StringComparer.Ordinal);

    private static readonly HashSet<string> s_ofNamed = new(
        ["type", "name", "namespace", "doc", "aliases", "fields", "symbols", "size"], StringComparer.Ordinal);

    private static readonly HashSet<string> s_ofFields = new(["type", "name", "doc", "aliases", "default", "order"], StringComparer.Ordinal);

    /// <summary>The names of members that make a schema; the reader of a text keeps one copy of each.</summary>
    public static readonly HashSet<string> Names = new([.. s_ofUnnamed, .. s_ofNamed, .. s_ofFields, "logicalType", "precision", "scale"], StringComparer.Ordinal);

    /// <summary>The attributes of a type without a name, the logical type among them.</summary>
    public static IReadOnlyList<JsonMember> OfUnnamed(JsonNode type) => Array.FindAll(type.Members, static member => !s_ofUnnamed.Contains(member.Name));

    public static IReadOnlyList<JsonMember> OfNamed(JsonNode type, bool isEnum) =>
        Array.FindAll(type.Members, member => !s_ofNamed.Contains(member.Name) && !(isEnum && member.Name == "default"));

    public static IReadOnlyList<JsonMember> OfField(JsonNode field) => Array.FindAll(field.Members, static member => !s_ofFields.Contains(member.Name));

    public static IReadOnlyList<string> AliasesOf(JsonNode node)
    {
        if (node.Find("aliases") is not { } aliases)
        {
            return [];
        }

        return aliases.IsArray && Array.TrueForAll(aliases.Items, static alias => alias.IsString)
            ? Array.ConvertAll(aliases.Items, static alias => alias.Text)
            : throw new SchemaSyntaxException(aliases.Offset, "\"aliases\" is an array of strings");
    }
}
