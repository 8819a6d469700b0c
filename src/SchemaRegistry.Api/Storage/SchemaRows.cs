using System.Text.Json;
using Microsoft.Data.Sqlite;
using SchemaRegistry.Api.Http;
using SchemaRegistry.Api.Schemas;
using SchemaRegistry.Api.Schemas.Contracts;

namespace SchemaRegistry.Api.Storage;

/// <summary>Turns rows into schemas and back.</summary>
internal static class SchemaRows
{
    /// <summary>The columns that <see cref="ReadSchema"/> reads, of the table <c>schemas</c> as <c>s</c>.</summary>
    public const string Columns = "s.id, s.identity, s.format, s.text, s.reference_list, s.metadata, s.rule_set";

    /// <summary>The columns that <see cref="ReadVersion"/> reads, of <c>schemas</c> as <c>s</c>, <c>versions</c> as <c>v</c> and <c>subjects</c> as <c>u</c>.</summary>
    public const string VersionColumns = $"{Columns}, u.name, v.version, v.text, v.created_at, v.deleted, v.id";

    /// <summary>How many columns these are.</summary>
    public const int VersionColumnCount = 13;

    public static StoredSchema ReadSchema(SqliteDataReader row) => new(
        row.GetInt32(0),
        SchemaIdentity.ToGuid(row.GetFieldValue<byte[]>(1)),
        SchemaFormats.Parse(row.GetString(2)),
        row.GetString(3),
        Parse<IReadOnlyList<SchemaReference>>(row, 4) ?? [],
        Parse<SchemaMetadata>(row, 5),
        Parse<RuleSet>(row, 6));

    public static SchemaVersion ReadVersion(SqliteDataReader row)
    {
        var schema = ReadSchema(row);
        return new SchemaVersion(
            row.GetString(7),
            row.GetInt32(8),
            row.IsDBNull(9) ? schema.Text : row.GetString(9),
            schema,
            DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(10)),
            row.GetBoolean(11)) { Key = row.GetInt64(12) };
    }

    public static string? Write<T>(T? value)
        where T : class => value is null ? null : JsonSerializer.Serialize(value, RegistryJson.Of<T>());

    /// <summary>A JSON array, which a statement takes apart with <c>json_each</c>.</summary>
    public static string WriteIds(IEnumerable<long> ids) => $"[{string.Join(',', ids)}]";

    /// <summary>A column with JSON; nothing where there is none.</summary>
    public static T? Parse<T>(SqliteDataReader row, int column)
        where T : class => row.IsDBNull(column) ? null : JsonSerializer.Deserialize(row.GetString(column), RegistryJson.Of<T>());
}
