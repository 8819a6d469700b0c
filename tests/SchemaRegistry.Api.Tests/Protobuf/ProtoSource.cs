using System.Text.Json;
using SchemaRegistry.Api.Tests.Infrastructure;

namespace SchemaRegistry.Api.Tests.Protobuf;

/// <summary>A schema to try, with what it imports.</summary>
internal sealed record ProtoSource(string Name, string Text, IReadOnlyDictionary<string, string> Imports)
{
    public static IEnumerable<ProtoSource> WellKnown() =>
        Directory.EnumerateFiles(Path.Combine(Protoc.Include, "google", "protobuf"), "*.proto").Order(StringComparer.Ordinal)
            .Select(static path => new ProtoSource(Path.GetFileName(path), File.ReadAllText(path), new Dictionary<string, string>(StringComparer.Ordinal)));

    public static IEnumerable<ProtoSource> Shared()
    {
        foreach (var path in Directory.EnumerateFiles(Path.Combine(SharedSchemas.Folder!, "protobuf")).Order(StringComparer.Ordinal))
        {
            yield return new ProtoSource(Path.GetFileName(path), File.ReadAllText(path), new Dictionary<string, string>(StringComparer.Ordinal));
        }

        foreach (var line in File.ReadLines(Path.Combine(SharedSchemas.Folder!, "..", "registry-http", "parse.schemas.jsonl")))
        {
            var json = JsonDocument.Parse(line).RootElement;
            if (json.GetProperty("schemaType").GetString() == "PROTOBUF")
            {
                yield return new ProtoSource(json.GetProperty("id").GetString()!, json.GetProperty("schema").GetString()!, DependenciesOf(json));
            }
        }
    }

    private static Dictionary<string, string> DependenciesOf(JsonElement json) =>
        json.TryGetProperty("dependencies", out var dependencies)
            ? dependencies.EnumerateArray().ToDictionary(
                static dependency => dependency.GetProperty("name").GetString()!,
                static dependency => dependency.GetProperty("schema").GetString()!,
                StringComparer.Ordinal)
            : new Dictionary<string, string>(StringComparer.Ordinal);
}
