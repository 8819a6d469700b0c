namespace SchemaRegistry.Api.Tests.Infrastructure;

/// <summary>Real schemas of others, kept beside the repository and not in it.</summary>
internal static class SharedSchemas
{
    public const string Missing = "../shared is not beside this clone";

    private static readonly Lazy<string?> s_folder = new(Find);

    public static string? Folder => s_folder.Value;

    /// <summary>Format and path of each file.</summary>
    public static IEnumerable<(string Type, string Path)> Files() =>
        Folder is null
            ? []
            : from type in new[] { "AVRO", "JSON" }
              from path in Directory.EnumerateFiles(Path.Combine(Folder, type == "AVRO" ? "avro" : "json")).Order(StringComparer.Ordinal)
              select (type, path);

    private static string? Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var candidate = Path.Combine(folder.FullName, "shared", "data", "schemas");
            if (Directory.Exists(candidate))
            {
                return candidate;
            }
        }

        return null;
    }
}
