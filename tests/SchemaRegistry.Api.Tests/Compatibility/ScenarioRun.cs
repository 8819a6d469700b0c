using System.Text.Json;
using SchemaRegistry.Api.Config;
using SchemaRegistry.Api.Schemas;
using SchemaRegistry.Api.Schemas.Avro;
using SchemaRegistry.Api.Schemas.Compatibility;
using SchemaRegistry.Api.Schemas.Formats;
using SchemaRegistry.Api.Schemas.Json;
using SchemaRegistry.Api.Schemas.Protobuf;

namespace SchemaRegistry.Api.Tests.Compatibility;

/// <summary>Plays what an HTTP scenario registers and compares against the engines alone, and keeps the verdicts that the scenario checks.</summary>
internal sealed class ScenarioRun : IReferenceResolver
{
    private readonly Dictionary<string, List<SchemaVersion>> _subjects = new(StringComparer.Ordinal);
    private readonly Dictionary<string, CompatibilityLevel> _levels = new(StringComparer.Ordinal);
    private readonly List<string> _wrong = [];
    private readonly SchemaReader _reader;
    private readonly CompatibilityService _compatibility;
    private int _count;

    private ScenarioRun()
    {
        _reader = new SchemaReader(this, [new AvroFormat(), new JsonSchemaFormat(), new ProtobufFormat()]);
        _compatibility = new CompatibilityService(_reader);
    }

    /// <summary>Whether the scenario does nothing but set levels, register and compare with the latest version.</summary>
    public static bool CanPlay(JsonElement scenario) => scenario.GetProperty("steps").EnumerateArray().All(static step =>
        (step.GetProperty("method").GetString(), Path(step)) switch
        {
            ("PUT", ["config"] or ["config", _]) => step.GetProperty("body").EnumerateObject().All(static member => member.NameEquals("compatibility"))
                && !step.GetProperty("checks").GetRawText().Contains("422", StringComparison.Ordinal),
            ("POST", ["subjects", _, "versions"] or ["compatibility", "subjects", _, "versions", "latest"] or ["compatibility", "subjects", _, "versions"]) =>
                step.TryGetProperty("body", out var body) && body.TryGetProperty("schema", out var schema) && schema.ValueKind == JsonValueKind.String && !body.TryGetProperty("metadata", out _),
            _ => false,
        });

    /// <returns>The number of verdicts that were checked, and those that were wrong.</returns>
    public static async Task<(int Count, IReadOnlyList<string> Wrong)> PlayAsync(JsonElement scenario)
    {
        var run = new ScenarioRun();
        foreach (var step in scenario.GetProperty("steps").EnumerateArray())
        {
            await run.PlayStepAsync(step);
        }

        return (run._count, [.. run._wrong.Select(wrong => $"{scenario.GetProperty("id")} {scenario.GetProperty("test")}: {wrong}")]);
    }

    public async ValueTask<IReadOnlyList<NamedSchema>> ResolveAsync(SchemaFormat format, IReadOnlyList<SchemaReference> references, CancellationToken cancellation)
    {
        var resolved = new List<NamedSchema>();
        foreach (var reference in references)
        {
            var found = (_subjects.GetValueOrDefault(reference.Subject)?.ElementAtOrDefault(reference.Version - 1) ?? throw Http.RegistryErrors.InvalidSchema("a reference leads nowhere")).Schema;
            resolved.AddRange(await ResolveAsync(format, found.References, cancellation));
            resolved.Add(new NamedSchema(reference.Name, found.Text));
        }

        return resolved;
    }

    private static string[] Path(JsonElement step) => step.GetProperty("path").GetString()!.Split('?')[0].Trim('/').Split('/');

    private async Task PlayStepAsync(JsonElement step)
    {
        var path = Path(step);
        var body = step.GetProperty("body");
        if (path[0] == "config")
        {
            _levels[path.ElementAtOrDefault(1) ?? string.Empty] = CompatibilityLevels.Parse(body.GetProperty("compatibility").GetString());
            return;
        }

        var registers = path[0] == "subjects";
        var subject = registers ? path[1] : path[2];
        var (compatible, reason) = await JudgeAsync(subject, body, registers, onlyLatest: path[^1] == "latest");
        foreach (var check in step.GetProperty("checks").EnumerateArray())
        {
            if (Expected(check, registers) is { } expected)
            {
                _count++;
                if (expected != compatible)
                {
                    _wrong.Add($"step {step.GetProperty("n")}, {(expected ? "compatible" : "incompatible")} expected: {reason}");
                }
            }
        }
    }

    // A registration says it by its status; a comparison says so.
    private static bool? Expected(JsonElement check, bool registers)
    {
        var (operation, operand) = (check[0].GetString(), check[1].GetRawText());
        return operation != "==" ? null
            : registers && operand.Contains("\"status\"", StringComparison.Ordinal) ? check[2].GetInt32() switch { 200 => true, 409 => false, _ => null }
            : operand.Contains("\"is_compatible\"", StringComparison.Ordinal) ? check[2].GetBoolean()
            : null;
    }

    private async Task<(bool Compatible, string Reason)> JudgeAsync(string subject, JsonElement body, bool registers, bool onlyLatest)
    {
        var schema = body.Deserialize<SchemaRequest>(JsonSerializerOptions.Web)!.ToSchema(subject);
        CandidateSchema candidate;
        try
        {
            candidate = await _reader.ReadAsync(schema, normalize: false, CancellationToken.None);
        }
        catch (Http.RegistryException exception)
        {
            return (false, exception.Message);
        }

        var versions = _subjects.TryGetValue(subject, out var known) ? known : _subjects[subject] = [];
        var level = _levels.TryGetValue(subject, out var own) ? own : _levels.GetValueOrDefault(string.Empty, CompatibilityLevel.Backward);
        var isKnown = registers && versions.Exists(version => version.Text == schema.Text);
        var report = await _compatibility.CheckAsync(candidate, isKnown ? [] : onlyLatest ? versions.TakeLast(1).ToList() : versions, level, CompatibilityPolicy.Strict, CancellationToken.None);
        if (registers && report.IsCompatible && !isKnown)
        {
            var stored = new StoredSchema(versions.Count + 1, schema.Format, schema.Text, schema.References, Metadata: null, RuleSet: null);
            versions.Add(new SchemaVersion(subject, versions.Count + 1, schema.Text, stored));
        }

        return (report.IsCompatible, string.Join("; ", report.Violations));
    }
}
