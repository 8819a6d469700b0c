using System.Text;
using SchemaRegistry.Api.Schemas;
using SchemaRegistry.Api.Schemas.Formats;
using SchemaRegistry.Api.Schemas.Json;

namespace SchemaRegistry.Api.Tests.Json.Suite;

/// <summary>The tests of one file, run.</summary>
internal sealed record SuiteRun(string Name, int Count, IReadOnlyList<string> Failures)
{
    public bool IsRequired => !Name.StartsWith("optional/", StringComparison.Ordinal);

    public int Passed => Count - Failures.Count;

    public static SuiteRun Of(string name, string path, string draftUri)
    {
        var options = DocumentOptions.Json with { AssertsFormats = name.StartsWith("optional/format/", StringComparison.Ordinal) || name == "optional/content.json" };
        var cases = SuiteFolder.Cases(path, draftUri).ToList();
        return new SuiteRun(name, cases.Count, [.. cases.Select(test => Run(options, test)).OfType<string>().Select(failure => $"{name}: {failure}")]);
    }

    private static string? Run(DocumentOptions options, SuiteCase test)
    {
        try
        {
            var errors = new JsonSchemaFormat().Parse(Encoding.UTF8.GetBytes(test.Schema), SuiteFolder.Remotes).Validate(Encoding.UTF8.GetBytes(test.Document), options);
            return errors.Count == 0 == test.IsValid ? null : $"{test.Description} ({(test.IsValid ? errors[0].Reason : "no error")})";
        }
        catch (Exception exception) when (exception is SchemaSyntaxException or WorkLimitException)
        {
            return $"{test.Description} ({exception.Message})";
        }
    }
}
