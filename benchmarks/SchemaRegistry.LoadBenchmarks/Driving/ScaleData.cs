using System.Globalization;
using Microsoft.Extensions.Options;
using SchemaRegistry.Api.Hosting;
using SchemaRegistry.Api.Schemas;
using SchemaRegistry.Api.Storage;
using SchemaRegistry.Api.V1;

namespace SchemaRegistry.LoadBenchmarks.Driving;

/// <summary>A database with many subjects, written through the registry's own store: every version has a schema of its own, which has grown by a field since the one before.</summary>
internal static class ScaleData
{
    public const int VersionsOfEach = 10;

    private const int SubjectsPerTransaction = 200;

    // Of so many subjects one has tags, and one of its versions is deprecated.
    private const int SubjectsPerNote = 1000;

    public static string Subject(int number) => string.Create(CultureInfo.InvariantCulture, $"team-{number % 97}.topic-{number:D6}-value");

    /// <summary>Writes a folder that is there completely or not at all.</summary>
    public static async Task WriteAsync(string folder, int subjects)
    {
        var part = folder + ".part";
        if (Directory.Exists(part))
        {
            Directory.Delete(part, recursive: true);
        }

        using (var database = new SqliteDatabase(Options.Create(new RegistryOptions { DataDirectory = part })))
        {
            database.Open();
            await WriteAsync(database, subjects);
        }

        Directory.Move(part, folder);
    }

    private static async Task WriteAsync(SqliteDatabase database, int subjects)
    {
        var catalog = new SqliteCatalogRepository(database);
        var now = DateTimeOffset.UnixEpoch.AddYears(50);
        for (var first = 0; first < subjects; first += SubjectsPerTransaction)
        {
            var (from, to) = (first, Math.Min(first + SubjectsPerTransaction, subjects));
            var noted = await database.WriteAsync(
                session =>
                {
                    var noted = new List<(int Subject, long Key)>();
                    for (var subject = from; subject < to; subject++)
                    {
                        var last = 0L;
                        for (var version = 1; version <= VersionsOfEach; version++)
                        {
                            var schema = Schema(subject, version);
                            last = VersionWrites.Add(session, schema, SchemaIdentity.Of(schema, schema.Text), now).Version.Key;
                        }

                        if (subject % SubjectsPerNote == SubjectsPerNote / 2 || subjects < SubjectsPerNote)
                        {
                            noted.Add((subject, last));
                        }
                    }

                    return noted;
                },
                CancellationToken.None);
            foreach (var (subject, key) in noted)
            {
                await catalog.ChangeAsync(key, note => note with { State = LifecycleState.Deprecated, Tags = ["pii"], Metadata = Owner(subject) }, CancellationToken.None);
            }

            if (to % 10_000 == 0)
            {
                Console.WriteLine(FormattableString.Invariant($"{to * VersionsOfEach:N0} versions written"));
            }
        }
    }

    private static Dictionary<string, string> Owner(int subject) =>
        new(StringComparer.Ordinal) { ["owner"] = string.Create(CultureInfo.InvariantCulture, $"team-{subject % 97}") };

    private static NewSchema Schema(int subject, int version)
    {
        var fields = Enumerable.Range(1, version).Select(static number => string.Create(
            CultureInfo.InvariantCulture, $$""",{"name":"added{{number}}","type":["null","string"],"default":null}"""));
        var text = string.Create(
            CultureInfo.InvariantCulture,
            $$$"""{"type":"record","name":"Topic{{{subject}}}","namespace":"com.example.events","fields":[{"name":"id","type":{"type":"string","logicalType":"uuid"}},{"name":"at","type":{"type":"long","logicalType":"timestamp-millis"}}{{{string.Concat(fields)}}}]}""");
        return new NewSchema(Subject(subject), SchemaFormat.Avro, text, [], Metadata: null, RuleSet: null);
    }
}
