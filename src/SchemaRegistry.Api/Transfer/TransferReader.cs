using System.Globalization;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using SchemaRegistry.Api.Http;
using SchemaRegistry.Api.Modes;
using SchemaRegistry.Api.Schemas;
using SchemaRegistry.Api.Storage;
using SchemaRegistry.Api.Subjects;
using SchemaRegistry.Api.V1;

namespace SchemaRegistry.Api.Transfer;

/// <summary>Reads JSON lines into an empty registry: all of them, or none.</summary>
internal static class TransferReader
{
    private const string Global = "";

    /// <summary>Writes what the lines say, within the transaction of the session.</summary>
    /// <returns>How many lines were read.</returns>
    /// <exception cref="TransferException">The registry is not empty, or a line is not as it must be; the message names the line.</exception>
    public static long Read(SqliteSession session, TextReader input)
    {
        if (session.First("SELECT COUNT(*) FROM versions", static row => row.GetInt64(0)) is > 0 and var versions)
        {
            throw new TransferException(string.Create(CultureInfo.InvariantCulture, $"The registry has {versions} versions already: an import begins with an empty one. Set Registry:DataDirectory to a new folder."));
        }

        var number = 0L;
        while (input.ReadLine() is { } text)
        {
            number++;
            try
            {
                Write(session, Parse(text, isFirst: number == 1));
            }
            catch (Exception exception) when (exception is JsonException or FormatException or SqliteException or RegistryException)
            {
                throw new TransferException(string.Create(CultureInfo.InvariantCulture, $"Line {number} cannot be imported: {exception.Message} Nothing was written."), exception);
            }
        }

        return number > 0 ? number : throw new TransferException("The file is empty: an export has at least one line. Nothing was written.");
    }

    private static TransferLine Parse(string text, bool isFirst)
    {
        var line = JsonSerializer.Deserialize(text, RegistryJson.Of<TransferLine>()) ?? throw new FormatException("it is null.");
        if (isFirst != (line.Kind == TransferKind.Registry))
        {
            throw new FormatException(isFirst ? "the first line of an export has the kind Registry." : "only the first line of an export has the kind Registry.");
        }

        return line;
    }

    private static void Write(SqliteSession session, TransferLine line)
    {
        switch (line.Kind)
        {
            case TransferKind.Registry:
                if (line.Format != TransferLine.CurrentFormat)
                {
                    throw new FormatException(string.Create(CultureInfo.InvariantCulture, $"its format is {line.Format}, and this registry reads {TransferLine.CurrentFormat}."));
                }

                session.Execute("UPDATE counters SET value = MAX(value, $1) WHERE name = 'schema'", Needed(line.LastId, "lastId"));
                break;
            case TransferKind.Schema:
                Schema(session, line);
                break;
            case TransferKind.Version:
                Version(session, line);
                break;
            case TransferKind.Config:
                session.Execute(
                    "INSERT INTO configs (subject, settings) VALUES ($1, $2) ON CONFLICT DO UPDATE SET settings = excluded.settings",
                    line.Subject ?? Global,
                    SchemaRows.Write(Needed(line.Settings, "settings")));
                break;
            case TransferKind.Mode:
                session.Execute(
                    "INSERT INTO modes (subject, mode) VALUES ($1, $2) ON CONFLICT DO UPDATE SET mode = excluded.mode",
                    line.Subject ?? Global,
                    RegistryModes.WireName(RegistryModes.Parse(Needed(line.Mode, "mode"))));
                break;
            default:
                throw new FormatException("its kind is missing.");
        }
    }

    private static void Schema(SqliteSession session, TransferLine line)
    {
        var id = Needed(line.Id, "id");
        session.Execute(
            """
            INSERT INTO schemas (id, identity, copy, content, format, text, reference_list, metadata, rule_set)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
            """,
            checked((int)id),
            Needed(line.Identity, "identity"),
            line.Copy ?? 0,
            Needed(line.Content, "content"),
            SchemaFormats.WireName(SchemaFormats.Parse(Needed(line.SchemaType, "schemaType"))),
            Needed(line.Schema, "schema"),
            SchemaRows.Write(line.References),
            SchemaRows.Write(line.Metadata),
            SchemaRows.Write(line.RuleSet));
        foreach (var reference in line.References ?? [])
        {
            session.Execute("INSERT OR IGNORE INTO schema_references (subject, version, schema_id) VALUES ($1, $2, $3)", reference.Subject, reference.Version, id);
        }
    }

    private static void Version(SqliteSession session, TransferLine line)
    {
        var id = Needed(line.Id, "id");
        var subject = SubjectName.Check(Needed(line.Subject, "subject"));
        session.Execute("INSERT INTO subjects (name) VALUES ($1) ON CONFLICT DO NOTHING", subject);
        session.Execute(
            """
            INSERT INTO versions (id, subject_id, version, schema_id, text, created_at, deleted)
            SELECT $1, id, $3, $4, $5, $6, $7 FROM subjects WHERE name = $2
            """,
            id,
            subject,
            Needed(line.Version, "version"),
            Needed(line.SchemaId, "schemaId"),
            line.Schema,
            Needed(line.RegisteredAt, "registeredAt").ToUnixTimeMilliseconds(),
            line.Deleted == true ? 1 : 0);
        if (line.Note is { } note)
        {
            session.Execute(
                "INSERT INTO notes (version_id, state, description, tags, metadata, updated_at) VALUES ($1, $2, $3, $4, $5, $6)",
                id,
                LifecycleStates.WireName(LifecycleStates.Parse(note.State)),
                note.Description,
                SchemaRows.Write(note.Tags),
                SchemaRows.Write(note.Metadata),
                note.UpdatedAt.ToUnixTimeMilliseconds());
        }
    }

    private static T Needed<T>(T? value, string name)
        where T : class => value ?? throw new FormatException($"its member {name} is missing.");

    private static T Needed<T>(T? value, string name)
        where T : struct => value ?? throw new FormatException($"its member {name} is missing.");
}
