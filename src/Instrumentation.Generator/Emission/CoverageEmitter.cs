using Instrumentation.Generator.Model;
using Microsoft.CodeAnalysis;

namespace Instrumentation.Generator.Emission;

/// <summary>Writes the coverage of an assembly into it, for tools that read the assembly.</summary>
internal static class CoverageEmitter
{
    private const string Key = "Instrumentation.Coverage";

    public static void Emit(SourceProductionContext output, CoverageTarget target)
    {
        if (target.Files.Count == 0 && target.Decorated.Count == 0)
        {
            return;
        }

        output.AddSource("InstrumentationCoverage.g.cs", GeneratedFile.Write(space: null, [], writer =>
            writer.Line($"[assembly: global::System.Reflection.AssemblyMetadata({CSharpText.Literal(Key)}, {CSharpText.Literal(Json(target))})]")));
    }

    // {"version":1,"files":["A.cs"],"reasons":["why"],"methods":[{"method":"M:N.T.M","calls":[[0,1,2,0,3]]}],"decorated":["N.T"]}
    // Of thousands of calls the texts would be the larger part: a row has the numbers of file, intercepted and decorated calls, and pairs of
    // reason and calls.
    private static string Json(CoverageTarget target)
    {
        var files = Numbered(target.Files.Select(static file => file.FileName));
        var reasons = Numbered(target.Files.SelectMany(static file => file.Methods).SelectMany(static method => method.NotMeasured).Select(static calls => calls.Reason));
        var methods = target.Files
            .SelectMany(static file => file.Methods.Select(method => (File: file.FileName, Coverage: method)))
            .GroupBy(static row => row.Coverage.Method, StringComparer.Ordinal)
            .OrderBy(static rows => rows.Key, StringComparer.Ordinal)
            .Select(rows => $"{{\"method\":{JsonText.Literal(rows.Key)},\"calls\":{JsonText.Array(rows.Select(row => Row(files[row.File], row.Coverage, reasons)).OrderBy(static row => row, StringComparer.Ordinal))}}}");
        return $"{{\"version\":1,\"files\":{Names(files)},\"reasons\":{Names(reasons)},\"methods\":{JsonText.Array(methods)},\"decorated\":{JsonText.Array(target.Decorated.Select(JsonText.Literal))}}}";
    }

    private static string Row(int file, MethodCoverage method, Dictionary<string, int> reasons) =>
        JsonText.Array(new[] { file, method.Intercepted, method.Decorated }
            .Concat(method.NotMeasured.SelectMany(calls => new[] { reasons[calls.Reason], calls.Count }))
            .Select(JsonText.Number));

    private static Dictionary<string, int> Numbered(IEnumerable<string> names) =>
        names.Distinct(StringComparer.Ordinal)
            .OrderBy(static name => name, StringComparer.Ordinal)
            .Select(static (name, number) => (name, number))
            .ToDictionary(static pair => pair.name, static pair => pair.number, StringComparer.Ordinal);

    private static string Names(Dictionary<string, int> numbered) =>
        JsonText.Array(numbered.OrderBy(static pair => pair.Value).Select(static pair => JsonText.Literal(pair.Key)));
}
