using System.Linq;
using System.Runtime.CompilerServices;
using Instrumentation.Generator.Shared;
using Microsoft.CodeAnalysis;

namespace Instrumentation.Analyzers;

/// <summary>Our types as the compilation knows them; resolved once per compilation.</summary>
internal sealed class KnownSymbols
{
    // Nearly every rule asks when a compilation starts.
    private static readonly ConditionalWeakTable<Compilation, StrongBox<KnownSymbols?>> s_known = new();

    private KnownSymbols(Compilation compilation, INamedTypeSymbol tag)
    {
        Tag = tag;
        SpanTag = Beside(tag, compilation, KnownNames.SpanTagAttribute);
        Counter = Beside(tag, compilation, KnownNames.MetricCounterAttribute);
        Histogram = Beside(tag, compilation, KnownNames.MetricHistogramAttribute);
        Summary = Beside(tag, compilation, KnownNames.MetricSummaryAttribute);
        UpDownCounter = Beside(tag, compilation, KnownNames.MetricUpDownCounterAttribute);
        Gauge = Beside(tag, compilation, KnownNames.MetricGaugeAttribute);
        Instrumented = Beside(tag, compilation, KnownNames.InstrumentedAttribute);
    }

    public INamedTypeSymbol Tag { get; }

    public INamedTypeSymbol? SpanTag { get; }

    public INamedTypeSymbol? Counter { get; }

    public INamedTypeSymbol? Histogram { get; }

    public INamedTypeSymbol? Summary { get; }

    public INamedTypeSymbol? UpDownCounter { get; }

    public INamedTypeSymbol? Gauge { get; }

    public INamedTypeSymbol? Instrumented { get; }

    /// <summary>The symbols; <see langword="null"/> where the runtime library is not referenced, so that there is nothing to look at.</summary>
    public static KnownSymbols? Find(Compilation compilation) => s_known.GetValue(compilation, static key => new(Read(key))).Value;

    /// <summary>Whether two symbols are the same type.</summary>
    public static bool Same(ISymbol? left, ISymbol? right) => left is not null && SymbolEqualityComparer.Default.Equals(left, right);

    // Where it mostly is first: a search by name alone opens every reference.
    private static KnownSymbols? Read(Compilation compilation) =>
        (compilation.SourceModule.ReferencedAssemblySymbols.FirstOrDefault(static assembly => assembly.Name == KnownNames.RuntimeAssembly)?.GetTypeByMetadataName(KnownNames.TagAttribute)
            ?? Find(compilation, KnownNames.TagAttribute)) is { } tag ? new KnownSymbols(compilation, tag) : null;

    // One assembly has them all; to look through every reference for each is slow.
    private static INamedTypeSymbol? Beside(INamedTypeSymbol tag, Compilation compilation, string name) =>
        tag.ContainingAssembly.GetTypeByMetadataName(name) ?? Find(compilation, name);

    // Two assemblies may define the type (a copy of the sources): any of them will do, as it does for the compiler's own lookup by name.
    private static INamedTypeSymbol? Find(Compilation compilation, string name) => compilation.GetTypesByMetadataName(name).FirstOrDefault();
}
