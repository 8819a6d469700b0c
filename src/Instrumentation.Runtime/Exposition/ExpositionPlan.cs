using Instrumentation.Diagnostics;
using Instrumentation.Metrics;
using Instrumentation.Metrics.Meters;

namespace Instrumentation.Exposition;

/// <summary>Which families are shown, in which order: by name, and no two with a sample of the same name. Remade when a family was added.</summary>
internal sealed class ExpositionPlan
{
    private static ExpositionPlan s_current = new(ownVersion: 0, foreignVersion: 0, []);

    private readonly int _ownVersion;
    private readonly int _foreignVersion;

    private ExpositionPlan(int ownVersion, int foreignVersion, MetricFamily[] families)
    {
        _ownVersion = ownVersion;
        _foreignVersion = foreignVersion;
        Families = families;
    }

    public static ExpositionPlan Current
    {
        get
        {
            var plan = Volatile.Read(ref s_current);
            var (own, foreign) = (MetricRegistry.Families.Version, ForeignMeters.Families.Version);
            if (plan._ownVersion != own || plan._foreignVersion != foreign)
            {
                plan = new ExpositionPlan(own, foreign, Choose());
                Volatile.Write(ref s_current, plan);
            }

            return plan;
        }
    }

    public MetricFamily[] Families { get; }

    // Our own come first, because their names were chosen for Prometheus.
    private static MetricFamily[] Choose()
    {
        var takenBy = new Dictionary<string, string>(StringComparer.Ordinal) { [TargetInfo.Name] = TargetInfo.Name };
        var chosen = new List<MetricFamily>();
        foreach (var family in ByName(MetricRegistry.Families).Concat(ByName(ForeignMeters.Families)))
        {
            var names = SampleNames(family);
            if (names.Find(takenBy.ContainsKey) is { } taken)
            {
                InstrumentationEventSource.Log.NamesCollide(family.Name, takenBy[taken]);
                continue;
            }

            names.ForEach(name => takenBy.Add(name, family.Name));
            chosen.Add(family);
        }

        var shown = chosen.Select(static family => family.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var counter in chosen.Where(static family => family.Kind == MetricKind.Counter && !family.Text.IsOddCounter))
        {
            counter.Text.IsBaseNameTaken = shown.Contains(FamilyText.BaseNameOf(counter)) || FamilyText.BaseNameOf(counter) == TargetInfo.BaseName;
        }

        return [.. chosen.OrderBy(static family => family.Name, StringComparer.Ordinal)];
    }

    private static IEnumerable<MetricFamily> ByName(FamilySet families) => families.All.OrderBy(static family => family.Name, StringComparer.Ordinal);

    private static List<string> SampleNames(MetricFamily family) => family.Kind switch
    {
        MetricKind.Counter => [family.Name, FamilyText.BaseNameOf(family) + "_created"],
        MetricKind.Histogram => [family.Name, family.Name + "_bucket", family.Name + "_sum", family.Name + "_count", family.Name + "_created"],
        MetricKind.Summary => [family.Name, family.Name + "_sum", family.Name + "_count", family.Name + "_created"],
        _ => [family.Name],
    };
}
