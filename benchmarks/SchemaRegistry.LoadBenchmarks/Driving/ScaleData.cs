using System.Globalization;
using Microsoft.Extensions.Options;
using SchemaRegistry.Api.Hosting;
using SchemaRegistry.Api.Schemas;
using SchemaRegistry.Api.Storage;

namespace SchemaRegistry.LoadBenchmarks.Driving;

/// <summary>A database with many subjects, written through the registry's own store: every version has a schema of its own, which has grown by a field since the one before.</summary>
internal static class ScaleData
{
    private const int SubjectsPerTransaction = 200;

    public static string Subject(int number) => string.Create(CultureInfo.InvariantCulture, $"team-{number % 97}.topic-{number:D6}-value");

    public static async Task WriteAsync(string folder, int subjects, int versionsOfEach)
    {
        using var database = new SqliteDatabase(Options.Create(new RegistryOptions { DataDirectory = folder }));
        database.Open();
        var now = DateTimeOffset.UnixEpoch.AddYears(50);
        for (var first = 0; first < subjects; first += SubjectsPerTransaction)
        {
            var (from, to) = (first, Math.Min(first + SubjectsPerTransaction, subjects));
            await database.WriteAsync(
                session =>
                {
                    for (var subject = from; subject < to; subject++)
                    {
                        for (var version = 1; version <= versionsOfEach; version++)
                        {
                            var schema = Schema(subject, version);
                            VersionWrites.Add(session, schema, SchemaIdentity.Of(schema, schema.Text), now);
                        }
                    }

                    return 0;
                },
                CancellationToken.None);
            if (to % 10_000 == 0)
            {
                Console.WriteLine(FormattableString.Invariant($"{to * versionsOfEach:N0} versions written"));
            }
        }
    }

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
