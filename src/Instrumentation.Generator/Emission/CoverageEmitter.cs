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

    // {"version":2,"files":["A.cs"],"reasons":["why"],"types":[{"type":"N.T","calls":{"M(System.Int32)":[0,[1,2,0,0,3]]},"in place":{"W":[[0,4,1]]}}],"decorated":["N.T"]}
    // Of thousands of calls the texts would be the larger part, so what many share is said once: the type of its methods, a file, a reason. A row of calls has the numbers of
    // file, intercepted and decorated calls, and pairs of reason and calls; the usual one, a single intercepted call, is the number of its file. Calls that a method records
    // itself stand under its weave: file, calls, and how many of them are without tags of arguments, where any are.
    private static string Json(CoverageTarget target)
    {
        var files = Numbered(target.Files.Select(static file => file.FileName));
        var reasons = Numbered(target.Files.SelectMany(static file => file.Methods).SelectMany(static method => method.NotMeasured).Select(static calls => calls.Reason));
        var types = target.Files
            .SelectMany(file => file.Methods.SelectMany(static method => Parts(method)).Select(part => (Id: Split(part.Method), Section: part.Weave ?? "calls", Row: Row(files[file.FileName], part, reasons))))
            .GroupBy(static row => row.Id.Type, StringComparer.Ordinal)
            .OrderBy(static rows => rows.Key, StringComparer.Ordinal)
            .Select(static rows => $"{{\"type\":{JsonText.Literal(rows.Key)},{Sections(rows.Select(static row => (row.Section, row.Id.Member, row.Row)))}}}");
        return $"{{\"version\":2,\"files\":{Names(files)},\"reasons\":{Names(reasons)},\"types\":{JsonText.Array(types)},\"decorated\":{JsonText.Array(target.Decorated.Select(JsonText.Literal))}}}";
    }

    private static string Sections(IEnumerable<(string Section, string Member, string Row)> rows) => Members(
        rows.GroupBy(static row => row.Section, static row => (row.Member, row.Row)),
        static section => $"{{{Members(section.GroupBy(static row => row.Member, static row => row.Row), static calls => JsonText.Array(calls.OrderBy(static row => row, StringComparer.Ordinal)))}}}");

    private static string Members<T>(IEnumerable<IGrouping<string, T>> groups, Func<IGrouping<string, T>, string> value) =>
        string.Join(",", groups.OrderBy(static group => group.Key, StringComparer.Ordinal).Select(group => $"{JsonText.Literal(group.Key)}:{value(group)}"));

    // M:N.T.M(System.Int32): the last dot in front of the parameters ends the type.
    private static (string Type, string Member) Split(string id)
    {
        var parameters = id.IndexOf('(');
        var dot = id.LastIndexOf('.', parameters < 0 ? id.Length - 1 : parameters);
        return (id.Substring(2, dot - 2), id.Substring(dot + 1));
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
        : method is { Intercepted: 1, Decorated: 0, NotMeasured.Count: 0 } ? JsonText.Number(file)
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
