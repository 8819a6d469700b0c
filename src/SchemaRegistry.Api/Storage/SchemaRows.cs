using System.Text.Json;
using Microsoft.Data.Sqlite;
using SchemaRegistry.Api.Http;
using SchemaRegistry.Api.Schemas;

namespace SchemaRegistry.Api.Storage;

/// <summary>Turns rows into schemas and back.</summary>
internal static class SchemaRows
{
    /// <summary>The columns that <see cref="ReadSchema"/> reads, of the table <c>schemas</c> as <c>s</c>.</summary>
    public const string Columns = "s.id, s.format, s.text, s.reference_list, s.metadata, s.rule_set";

    public static StoredSchema ReadSchema(SqliteDataReader row) => new(
        row.GetInt32(0),
        SchemaFormats.Parse(row.GetString(1)),
        row.GetString(2),
        ReadReferences(Text(row, 3)),
        Text(row, 4),
        Text(row, 5));

    /// <summary>Reads <see cref="Columns"/>, then the version and its text.</summary>
    public static SchemaVersion ReadVersion(SqliteDataReader row, string subject)
    {
        var schema = ReadSchema(row);
        return new SchemaVersion(subject, row.GetInt32(6), Text(row, 7) ?? schema.Text, schema);
    }

    public static string? WriteReferences(IReadOnlyList<SchemaReference> references) =>
        references.Count == 0 ? null : JsonSerializer.Serialize(references, RegistryJson.Of<IReadOnlyList<SchemaReference>>());

    private static IReadOnlyList<SchemaReference> ReadReferences(string? json) =>
        json is null ? [] : JsonSerializer.Deserialize(json, RegistryJson.Of<IReadOnlyList<SchemaReference>>()) ?? [];

    private static string? Text(SqliteDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);
}
