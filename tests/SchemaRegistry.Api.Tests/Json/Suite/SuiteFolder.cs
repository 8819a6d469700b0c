using System.Text.Json;
using System.Text.Json.Nodes;
using SchemaRegistry.Api.Schemas.Formats;
using SchemaRegistry.Api.Tests.Infrastructure;

namespace SchemaRegistry.Api.Tests.Json.Suite;

/// <summary>The standard JSON Schema test suite, kept beside the repository.</summary>
internal static class SuiteFolder
{
    /// <summary>The suite's folder for each draft, and the draft's URI for schemas that do not name it.</summary>
    public static readonly (string Folder, string Uri)[] Drafts =
    [
        ("draft4", "http://json-schema.org/draft-04/schema#"),
        ("draft6", "http://json-schema.org/draft-06/schema#"),
        ("draft7", "http://json-schema.org/draft-07/schema#"),
        ("draft2019-09", "https://json-schema.org/draft/2019-09/schema"),
        ("draft2020-12", "https://json-schema.org/draft/2020-12/schema"),
    ];

    private static readonly Lazy<IReadOnlyList<NamedSchema>> s_remotes = new(ReadRemotes);

    /// <summary>The schemas that the suite expects under <c>http://localhost:1234/</c>.</summary>
    public static IReadOnlyList<NamedSchema> Remotes => s_remotes.Value;

    private static string Root => Path.Combine(SharedSchemas.Folder!, "..", "json-schema-test-suite");

    /// <summary>The files of a draft, by their path in it.</summary>
    public static IEnumerable<(string Name, string Path)> Files(string draft)
    {
        var folder = Path.Combine(Root, "tests", draft);
        return Directory.EnumerateFiles(folder, "*.json", SearchOption.AllDirectories)
            .Select(path => (Path.GetRelativePath(folder, path).Replace('\\', '/'), path))
            .OrderBy(static file => file.Item1, StringComparer.Ordinal);
    }

    public static IEnumerable<SuiteCase> Cases(string path, string draftUri)
    {
        foreach (var group in JsonNode.Parse(File.ReadAllText(path), documentOptions: new JsonDocumentOptions { MaxDepth = 500 })!.AsArray())
        {
            var schema = group!["schema"]!;
            if (schema is JsonObject keywords && !keywords.ContainsKey("$schema"))
            {
                keywords.Insert(0, "$schema", draftUri);
            }

            foreach (var test in group["tests"]!.AsArray())
            {
                yield return new SuiteCase(
                    $"{group["description"]}: {test!["description"]}", schema.ToJsonString(), test["data"]?.ToJsonString() ?? "null", test["valid"]!.GetValue<bool>());
            }
        }
    }

    public static bool HasOutputTests(string draft) => Directory.Exists(Path.Combine(Root, "output-tests", draft));

    /// <summary>The schema that all output of a draft is valid for.</summary>
    public static string OutputSchema(string draft) => Path.Combine(Root, "output-tests", draft, "output-schema.json");

    /// <summary>The tests of the output, each with the schema that the basic form must be valid for.</summary>
    public static IEnumerable<(string Description, string Schema, string Document, JsonNode Basic)> OutputCases(string draft) =>
        from path in Directory.EnumerateFiles(Path.Combine(Root, "output-tests", draft, "content"), "*.json").Order(StringComparer.Ordinal)
        from part in JsonNode.Parse(File.ReadAllText(path))!.AsArray()
        from test in part["tests"]!.AsArray()
        where test["output"]!["basic"] is not null
        select ($"{part["description"]}: {test["description"]}", part["schema"]!.ToJsonString(), test["data"]!.ToJsonString(), test["output"]!["basic"]!);

    private static NamedSchema[] ReadRemotes()
    {
        var folder = Path.Combine(Root, "remotes");
        return [.. Directory.EnumerateFiles(folder, "*.json", SearchOption.AllDirectories)
            .Select(path => new NamedSchema("http://localhost:1234/" + Path.GetRelativePath(folder, path).Replace('\\', '/'), File.ReadAllText(path)))];
    }
}
