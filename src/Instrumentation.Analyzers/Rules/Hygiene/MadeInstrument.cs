using System.Globalization;
using Instrumentation.Generator.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Instrumentation.Analyzers.Rules.Hygiene;

/// <summary>What a call makes: name, kind, unit and buckets, as far as they are known.</summary>
internal sealed record MadeInstrument(string Name, string Family, string Unit, IReadOnlyList<double>? Buckets, IReadOnlyList<string>? Labels, bool IsOfPrometheus, Location Place)
{
    public static MadeInstrument? Of(InstrumentCreation made) => made.Name is { } name
        ? new MadeInstrument(name, made.Family, made.Unit ?? string.Empty, made.Kind == "Histogram" ? Boundaries(made.Call) : null, made.IsOfPrometheus ? Texts(made.Argument("labelNames")) : null, made.IsOfPrometheus, made.NamePlace)
        : null;

    /// <summary>Whether a page of metrics shows it under a name: the exporter's are not told apart by meters. Compared without making the name, for each metric of ours is asked of each that is made.</summary>
    public bool IsShownAs(string shown)
    {
        if (IsOfPrometheus)
        {
            return shown == Name;
        }

        var unit = OpenTelemetryNaming.Words.TryGetValue(Unit, out var word) && !EndsIn(word) ? word : null;
        var total = Family == "counter" && (unit is not null || !EndsIn("total")) ? "total" : null;
        return shown.Length == Name.Length + Length(unit) + Length(total)
            && HasAt(shown, 0, Name) && HasAt(shown, Name.Length, unit) && HasAt(shown, Name.Length + Length(unit), total);

        bool EndsIn(string end) => Name.Length > end.Length && Plain(Name[Name.Length - end.Length - 1]) == '_' && Name.EndsWith(end, StringComparison.Ordinal);

        static int Length(string? part) => part is null ? 0 : 1 + part.Length;

        // A part after the name stands behind a '_'.
        static bool HasAt(string shown, int start, string? part)
        {
            if (part is null)
            {
                return true;
            }

            var from = start == 0 ? 0 : start + 1;
            return (start == 0 || shown[start] == '_') && part.Select((letter, index) => shown[from + index] == Plain(letter)).All(static same => same);
        }
    }

    private static char Plain(char letter) => letter is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '_' or ':' ? letter : '_';

    /// <summary>The first thing in which another instrument of the name differs, here and there; null where they agree.</summary>
    public (string Here, string There)? Difference(MadeInstrument other) =>
        Family != other.Family ? (MetricDeclaration.WithArticle(Family), MetricDeclaration.WithArticle(other.Family))
        : Unit != other.Unit ? (InUnit(Unit), InUnit(other.Unit))
        : Buckets is not null && other.Buckets is not null && !Buckets.SequenceEqual(other.Buckets) ? (WithBoundaries(Buckets), WithBoundaries(other.Buckets))
        : Labels is not null && other.Labels is not null && !Labels.SequenceEqual(other.Labels) ? (WithLabels(Labels), WithLabels(other.Labels))
        : null;

    private static string InUnit(string unit) => unit.Length == 0 ? "without a unit" : $"in {unit}";

    private static string WithBoundaries(IEnumerable<double> bounds) => $"with the boundaries {string.Join(", ", bounds.Select(static bound => bound.ToString("R", CultureInfo.InvariantCulture)))}";

    private static string WithLabels(IEnumerable<string> labels) => $"with the labels {string.Join(", ", labels)}";

    private static IReadOnlyList<double>? Boundaries(IInvocationOperation call) =>
        call.Descendants().OfType<ISimpleAssignmentOperation>().Select(BucketSettings.Of).FirstOrDefault(static list => list is not null) is { } list ? Constants.Numbers(list) : null;

    private static IReadOnlyList<string>? Texts(IOperation? list) => list is null ? null
        : Constants.Elements(list)?.Select(Constants.Text).ToList() is { } texts && texts.All(static text => text is not null) ? [.. texts.Select(static text => text!)] : null;
}
