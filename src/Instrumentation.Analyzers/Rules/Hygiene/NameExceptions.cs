using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Instrumentation.Analyzers.Rules.Hygiene;

/// <summary>
/// Names that stay as they are, each with its reason: the rows of a table in an additional file called <c>metric-name-exceptions.md</c>, whose first cell is the name
/// in backquotes and whose last is the reason. A row without one is none.
/// </summary>
internal static class NameExceptions
{
    private const string File = "metric-name-exceptions.md";

    private static readonly Regex s_row = new(@"^\|\s*`(?<name>[^`]+)`\s*\|.*\|\s*(?<reason>[^|]*\S)\s*\|\s*$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));

    public static HashSet<string> Of(AnalyzerOptions options, CancellationToken cancellation) =>
        new(options.AdditionalFiles.Where(static file => string.Equals(Path.GetFileName(file.Path), File, StringComparison.OrdinalIgnoreCase)).SelectMany(file => Names(file, cancellation)), StringComparer.Ordinal);

    private static IEnumerable<string> Names(AdditionalText file, CancellationToken cancellation) =>
        file.GetText(cancellation)?.Lines.Select(static line => s_row.Match(line.ToString())).Where(static row => row.Success).Select(static row => row.Groups["name"].Value) ?? [];
}
