using System.Text.Json;

namespace SchemaRegistry.Api.Tests.Infrastructure;

/// <summary>Real schemas of others, kept beside the repository and not in it.</summary>
internal static class SharedSchemas
{
    public const string Missing = "../shared is not beside this clone";

    private static readonly Lazy<string?> s_folder = new(Find);

    public static string? Folder => s_folder.Value;

    /// <summary>The lines of a file of cases beside the schemas.</summary>
    public static IEnumerable<JsonElement> Cases(string folder, string file) =>
        File.ReadLines(Path.Combine(Folder!, "..", folder, file)).Select(static line => JsonElement.Parse(line));

    /// <summary>Format and path of each file.</summary>
    public static IEnumerable<(string Type, string Path)> Files() =>
        Folder is null
            ? []
            : from type in new[] { "AVRO", "JSON" }
              from path in Directory.EnumerateFiles(Path.Combine(Folder, type == "AVRO" ? "avro" : "json")).Order(StringComparer.Ordinal)
              select (type, path);

    private static string? Find()
    {
        var folder = Path.Combine(Repository.Root, "..", "shared", "data", "schemas");
        return Directory.Exists(folder) ? folder : null;
    }
}
