using System.Reflection;
using Instrumentation.Generator.Shared;
using Instrumentation.Metrics;
using Instrumentation.Weaving;

namespace Instrumentation.Testing;

/// <summary>The metrics that attributes declare: what the generator has embedded in the assemblies of the process.</summary>
internal sealed class Catalogue
{
    private readonly ILookup<string, string[]> _tags;

    private Catalogue(IEnumerable<MetricDeclaration> metrics) =>
        _tags = metrics.ToLookup(static metric => metric.Name, static metric => metric.Tags.Split(", "), StringComparer.Ordinal);

    /// <summary>That of the assemblies loaded by now; what recorded has been loaded.</summary>
    public static Catalogue OfProcess() => new(AppDomain.CurrentDomain.GetAssemblies()
        .SelectMany(static assembly => assembly.GetCustomAttributes<InstrumentationRegistrarAttribute>())
        .SelectMany(static registrar => registrar.Metrics)
        .Select(MetricDeclaration.Parse)
        .OfType<MetricDeclaration>());

    /// <summary>Why a series is in no declaration; null where one has it.</summary>
    public string? WhyOutside(Recording recording)
    {
        var declared = _tags[recording.Metric].ToList();
        var names = recording.Tags.Select(static tag => tag.Key).ToList();
        return declared.Count == 0 ? "no attribute declares this metric"
            : !declared.Exists(tags => names.TrueForAll(tags.Contains)) ? $"it is declared with the tags {string.Join(" or ", declared.Select(static tags => string.Join(", ", tags)).Distinct(StringComparer.Ordinal))}"
            : recording.HasOther ? $"'{TagDimension.Other}' stands for a value outside the tag's declared set or past its bound"
            : null;
    }
}
