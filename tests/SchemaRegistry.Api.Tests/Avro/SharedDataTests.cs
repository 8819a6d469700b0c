using System.Buffers.Binary;
using System.Globalization;
using SchemaRegistry.Api.Schemas;
using SchemaRegistry.Api.Schemas.Avro.Text;
using SchemaRegistry.Api.Tests.Infrastructure;

namespace SchemaRegistry.Api.Tests.Avro;

public sealed class SharedDataTests
{
    // Its fingerprints come from Apache's Python library, which writes a fixed type out again where it is used again. The specification writes a type once,
    // and what Python fingerprints is no schema: it defines a name twice.
    private const string WrittenTwice = "canonical.avro/62";
    private const string Twice = """
        "serverHash","type":{"name":"org.apache.avro.ipc.MD5","type":"fixed","size":16}
        """;

    [SharedSchemasFact]
    public void CanonicalForms_AndFingerprints_AreThoseOfApacheAvro()
    {
        var (checks, explained, wrong) = (0, 0, new List<string>());
        foreach (var line in SharedSchemas.Cases("avro", "canonical.avro.jsonl"))
        {
            var canonical = AvroSchemas.Parse(line.GetProperty("schema").GetString()!).ParsingCanonicalForm;
            Check("canonical", canonical);
            if (line.GetProperty("id").GetString() == WrittenTwice)
            {
                canonical = canonical.Replace("\"serverHash\",\"type\":\"org.apache.avro.ipc.MD5\"", Twice, StringComparison.Ordinal);
            }

            var fingerprints = AvroFingerprints.Of(canonical);
            var crc = Convert.FromHexString(fingerprints["CRC-64-AVRO"]);
            Check("crc64avro_int64", BinaryPrimitives.ReadInt64LittleEndian(crc).ToString(CultureInfo.InvariantCulture));
            Check("crc64avro_le_hex", fingerprints["CRC-64-AVRO"]);
            Check("md5", fingerprints["MD5"]);
            Check("sha256", fingerprints["SHA-256"]);

            void Check(string member, string actual)
            {
                if (line.TryGetProperty(member, out var expected))
                {
                    checks++;
                    explained += canonical.Contains(Twice, StringComparison.Ordinal) ? 1 : 0;
                    if (expected.GetString() != actual)
                    {
                        wrong.Add($"{line.GetProperty("id")} {member}: {actual}");
                    }
                }
            }
        }

        ConformancePage.Write("Avro, canonical forms", $"- canonical forms and fingerprints: {checks - explained - wrong.Count} of {checks} are the expected ones; the {explained} that are others are explained below, otherwise: {wrong.Count}\n");
        Assert.True(wrong.Count == 0 && checks > 100, $"{checks} checked, wrong: {string.Join('\n', wrong)}");
    }

    [SharedSchemasFact]
    public void BinaryData_OfApacheAvro_IsValidAndOnlyAsAWhole()
    {
        var count = 0;
        foreach (var line in SharedSchemas.Cases("avro", "data.avro.jsonl"))
        {
            count++;
            var (schema, hex) = (line.GetProperty("schema").GetString()!, line.GetProperty("binaryHex").GetString()!);

            Assert.Equal(line.GetProperty("valid").GetBoolean(), AvroSchemas.CheckBinary(schema, hex).Length == 0);
            Assert.NotEqual(string.Empty, AvroSchemas.CheckBinary(schema, hex + "00"));
            if (hex.Length > 0)
            {
                Assert.NotEqual(string.Empty, AvroSchemas.CheckBinary(schema, hex[..^2]));
            }
        }

        ConformancePage.Write("Avro, data", $"- binary documents: {count} judged as expected, and none of them with a byte more or less\n");
    }

    [SharedSchemasFact]
    public void Compatibility_OfOthersPairs_IsJudgedAsExpected()
    {
        var (count, wrong) = (0, new List<string>());
        foreach (var line in SharedSchemas.Cases("registry-http", "compat.avro.jsonl"))
        {
            count++;
            var level = line.GetProperty("level").GetString()!;
            var failures = line.GetProperty("previous").EnumerateArray().Select(static previous => previous.GetString()!).Reverse()
                .Take(level.EndsWith("TRANSITIVE", StringComparison.Ordinal) ? int.MaxValue : 1)
                .SelectMany(previous => Failures(level, line.GetProperty("new").GetString()!, previous)).ToList();
            if (level != "NONE" && line.GetProperty("compatible").GetBoolean() != (failures.Count == 0))
            {
                wrong.Add($"{line.GetProperty("id")} {level}: {string.Join("; ", failures)}");
            }
        }

        ConformancePage.Write("Avro, compatibility", $"- pairs of schemas: {count} judged, otherwise: {wrong.Count}\n");
        Assert.True(wrong.Count == 0 && count > 100, $"{count} judged, wrong: {string.Join('\n', wrong)}");
    }

    [SharedSchemasFact]
    public void LargeSchema_AgainstItsNextVersion_IsComparedWithinTheBound()
    {
        var text = File.ReadAllText(Path.Combine(SharedSchemas.Folder!, "avro", "large_schema.avsc"));
        var next = text.Replace("\"fields\":[{", "\"fields\":[{\"name\":\"added\",\"type\":\"string\"},{", StringComparison.Ordinal);

        Assert.Empty(AvroSchemas.Failures(text, next));
        Assert.Contains(AvroSchemas.Failures(next, text), static failure => failure.StartsWith("MISSING_UNION_BRANCH", StringComparison.Ordinal));
    }

    [SharedSchemasFact]
    public void Schemas_OfOthers_AreTakenOrRefusedAsExpected()
    {
        var (count, wrong) = (0, new List<string>());
        foreach (var line in SharedSchemas.Cases("registry-http", "parse.schemas.jsonl").Where(static line => line.GetProperty("schemaType").GetString() == "AVRO"))
        {
            count++;
            var error = Record.Exception(() => AvroSchemas.Parse(line.GetProperty("schema").GetString()!));
            Assert.True(error is null or SchemaSyntaxException, error?.ToString());
            if (line.GetProperty("valid").GetBoolean() != error is null)
            {
                wrong.Add($"{line.GetProperty("id")}: {error?.Message}");
            }
        }

        ConformancePage.Write("Avro, schemas", $"- schemas to take or to refuse: {count} judged, otherwise: {wrong.Count}\n");
        Assert.True(wrong.Count == 0 && count > 40, $"{count} judged, wrong: {string.Join('\n', wrong)}");
    }

    private static IEnumerable<string> Failures(string level, string newer, string older) =>
        (level.StartsWith("FORWARD", StringComparison.Ordinal) ? [] : AvroSchemas.Failures(newer, older))
        .Concat(level.StartsWith("BACKWARD", StringComparison.Ordinal) ? [] : AvroSchemas.Failures(older, newer));
}
