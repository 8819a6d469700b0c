using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Instrumentation.Analyzers.Rules.Hygiene;

/// <summary>What a call makes: name, kind, unit and buckets, as far as they are known.</summary>
internal sealed record MadeInstrument(string Name, string Family, string Unit, string? Buckets, string? Labels, bool IsOfPrometheus, Location Place)
{
    public static MadeInstrument? Of(InstrumentCreation made) => made.Name is { } name
        ? new MadeInstrument(name, made.Family, made.Unit ?? string.Empty, Boundaries(made.Call), made.IsOfPrometheus ? Joined(made.Argument("labelNames")) : null, made.IsOfPrometheus, made.NamePlace)
        : null;

    /// <summary>The names that the metric may have on a page of metrics: the exporter's are not told apart by meters.</summary>
    public IEnumerable<string> ShownNames
    {
        get
        {
            if (IsOfPrometheus)
            {
                return [Name];
            }

            var plain = new string([.. Name.Select(static letter => letter is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '_' or ':' ? letter : '_')]);
            var inUnit = OpenTelemetryNaming.Words.TryGetValue(Unit, out var word) && !plain.EndsWith("_" + word, StringComparison.Ordinal) ? $"{plain}_{word}" : plain;
            return Family == "counter" && !inUnit.EndsWith("_total", StringComparison.Ordinal) ? [inUnit + "_total"] : [inUnit];
        }
    }

    /// <summary>The first thing in which another instrument of the name differs, here and there; null where they agree.</summary>
    public (string Here, string There)? Difference(MadeInstrument other) =>
        Family != other.Family ? ($"a {Family}", $"a {other.Family}")
        : Unit != other.Unit ? (InUnit(Unit), InUnit(other.Unit))
        : Buckets is not null && other.Buckets is not null && Buckets != other.Buckets ? ($"with the boundaries {Buckets}", $"with the boundaries {other.Buckets}")
        : Labels is not null && other.Labels is not null && Labels != other.Labels ? ($"with the labels {Labels}", $"with the labels {other.Labels}")
        : null;

    private static string InUnit(string unit) => unit.Length == 0 ? "without a unit" : $"in {unit}";

    private static string? Boundaries(IInvocationOperation call) =>
        call.Descendants().OfType<ISimpleAssignmentOperation>().Select(BucketSettings.Of).FirstOrDefault(static list => list is not null) is { } list && Constants.Numbers(list) is { } numbers
            ? string.Join(", ", numbers.Select(static number => number.ToString("R", CultureInfo.InvariantCulture)))
            : null;

    private static string? Joined(IOperation? labels) => labels is null ? null
        : Constants.Elements(labels)?.Select(Constants.Text).ToList() is { } names && names.All(static name => name is not null) ? string.Join(", ", names) : null;
}
