using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace Instrumentation.Analyzers.Rules.Cardinality;

/// <summary>The types of a compilation that metrics and spans are recorded with; looked up once.</summary>
internal sealed class SinkSymbols
{
    private const string Metrics = "System.Diagnostics.Metrics.";
    private const string Abstractions = "Microsoft.Extensions.Diagnostics.Metrics.";

    private static readonly string[] s_instruments = [Metrics + "Counter`1", Metrics + "UpDownCounter`1", Metrics + "Histogram`1", Metrics + "Gauge`1"];
    private static readonly string[] s_attributes = ["CounterAttribute", "CounterAttribute`1", "HistogramAttribute", "HistogramAttribute`1", "GaugeAttribute", "GaugeAttribute`1"];

    private static readonly ConditionalWeakTable<Compilation, SinkSymbols> s_known = new();

    private readonly HashSet<INamedTypeSymbol> _instruments = new(SymbolEqualityComparer.Default);
    private readonly HashSet<INamedTypeSymbol> _attributes = new(SymbolEqualityComparer.Default);
    private readonly Lazy<GeneratedMetrics> _generated;

    private SinkSymbols(Compilation compilation)
    {
        Fill(_instruments, compilation, s_instruments);
        Fill(_attributes, compilation, s_attributes.Select(static name => Abstractions + name));
        Measurement = Find(compilation, Metrics + "Measurement`1");
        Meter = Find(compilation, Metrics + "Meter");
        TagList = Find(compilation, "System.Diagnostics.TagList");
        ActivitySource = Find(compilation, "System.Diagnostics.ActivitySource");
        Activity = Find(compilation, "System.Diagnostics.Activity");
        HasPrometheusNet = compilation.GetTypesByMetadataName("Prometheus.Collector`1").Any() || compilation.GetTypesByMetadataName("Prometheus.ICollector`1").Any();
        _generated = new Lazy<GeneratedMetrics>(() => GeneratedMetrics.Of(compilation, _attributes));
    }

    public INamedTypeSymbol? Measurement { get; }

    public INamedTypeSymbol? Meter { get; }

    public INamedTypeSymbol? TagList { get; }

    public INamedTypeSymbol? ActivitySource { get; }

    public INamedTypeSymbol? Activity { get; }

    /// <summary>Whether prometheus-net is referenced.</summary>
    public bool HasPrometheusNet { get; }

    /// <summary>Whether the attributes of Microsoft.Extensions.Telemetry.Abstractions are known.</summary>
    public bool HasGeneratedMetrics => _attributes.Count > 0;

    /// <summary>Whether there is anything that a value could be recorded with.</summary>
    public bool HasSinks => _instruments.Count > 0 || HasPrometheusNet || ActivitySource is not null;

    /// <summary>The metric classes of Microsoft's generator and the classes of their tags.</summary>
    public GeneratedMetrics Generated => _generated.Value;

    public static SinkSymbols Of(Compilation compilation) => s_known.GetValue(compilation, static key => new(key));

    /// <summary>Whether values are recorded with the type: <c>Counter&lt;long></c>.</summary>
    public bool IsInstrument(INamedTypeSymbol type) => _instruments.Contains(type.OriginalDefinition);

    /// <summary>Whether the attribute declares a metric for Microsoft's generator.</summary>
    public bool IsDeclaration(AttributeData attribute) => attribute.AttributeClass is { } type && _attributes.Contains(type.OriginalDefinition);

    public static bool Same(ITypeSymbol? left, INamedTypeSymbol? right) => right is not null && SymbolEqualityComparer.Default.Equals(left?.OriginalDefinition, right);

    private static void Fill(HashSet<INamedTypeSymbol> types, Compilation compilation, IEnumerable<string> names)
    {
        foreach (var name in names)
        {
            types.UnionWith(compilation.GetTypesByMetadataName(name));
        }
    }

    private static INamedTypeSymbol? Find(Compilation compilation, string name) => compilation.GetTypesByMetadataName(name).FirstOrDefault();
}
