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
    // A method that records its calls itself has its weave in front of them, {"method":"M:N.T.W","weave":"in place","calls":[[0,4,1]]}, and the number of those, and of those among them without tags of
    // arguments, where there are any.
    // Of thousands of calls the texts would be the larger part: a row has the numbers of file, intercepted and decorated calls, and pairs of
    // reason and calls.
    private static string Json(CoverageTarget target)
    {
        var files = Numbered(target.Files.Select(static file => file.FileName));
        var reasons = Numbered(target.Files.SelectMany(static file => file.Methods).SelectMany(static method => method.NotMeasured).Select(static calls => calls.Reason));
        var methods = target.Files
            .SelectMany(static file => file.Methods.SelectMany(static method => Parts(method)).Select(method => (File: file.FileName, Coverage: method)))
            .GroupBy(static row => (row.Coverage.Method, row.Coverage.Weave))
            .OrderBy(static rows => rows.Key.Method, StringComparer.Ordinal)
            .ThenBy(static rows => rows.Key.Weave, StringComparer.Ordinal)
            .Select(rows => $"{{\"method\":{JsonText.Literal(rows.Key.Method)},{(rows.Key.Weave is { } weave ? $"\"weave\":{JsonText.Literal(weave)}," : string.Empty)}\"calls\":{JsonText.Array(rows.Select(row => Row(files[row.File], row.Coverage, reasons)).OrderBy(static row => row, StringComparer.Ordinal))}}}");
        return $"{{\"version\":1,\"files\":{Names(files)},\"reasons\":{Names(reasons)},\"methods\":{JsonText.Array(methods)},\"decorated\":{JsonText.Array(target.Decorated.Select(JsonText.Literal))}}}";
    }

    // What the method records itself, and what others record of it.
    private static IEnumerable<MethodCoverage> Parts(MethodCoverage method)
    {
        if (method.Weave is not null)
        {
            yield return method;
        }

        if (method.Intercepted + method.Decorated + method.NotMeasured.Count > 0)
        {
            yield return method with { Weave = null, Woven = 0 };
        }
    }

    private static string Row(int file, MethodCoverage method, Dictionary<string, int> reasons) => method.Weave is not null
        ? JsonText.Array((method.WithoutTags == 0 ? [file, method.Woven] : new[] { file, method.Woven, method.WithoutTags }).Select(JsonText.Number))
        : JsonText.Array(new[] { file, method.Intercepted, method.Decorated }
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
