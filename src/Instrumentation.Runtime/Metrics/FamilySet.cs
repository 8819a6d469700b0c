using System.Collections.Concurrent;
using Instrumentation.Diagnostics;

namespace Instrumentation.Metrics;

/// <summary>Families by name; the first declaration of a name decides what it is.</summary>
internal sealed class FamilySet
{
    private readonly ConcurrentDictionary<string, MetricFamily> _families = new(StringComparer.Ordinal);
    private int _version;

    /// <summary>Changes when a family is added.</summary>
    public int Version => Volatile.Read(ref _version);

    public IEnumerable<MetricFamily> All => _families.Select(static pair => pair.Value);

    /// <summary>The family of a name; null where there is none.</summary>
    public MetricFamily? Find(string name) => _families.GetValueOrDefault(PrometheusNames.Metric(name));

    /// <summary>The family of a declaration: the known one where it agrees, the given one where the name is new, and null where the two differ.</summary>
    public MetricFamily? Find(MetricFamily declared)
    {
        var family = _families.GetOrAdd(declared.Name, declared);
        if (ReferenceEquals(family, declared))
        {
            Interlocked.Increment(ref _version);
        }
        else if (!family.Agrees(declared.Kind, declared.Unit, declared.Bounds, declared.Aggregate))
        {
            InstrumentationEventSource.Log.ConflictingDeclaration(declared.Name);
            return null;
        }

        return family;
    }
}
