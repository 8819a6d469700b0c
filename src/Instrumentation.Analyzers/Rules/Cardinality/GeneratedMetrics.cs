using Microsoft.CodeAnalysis;

namespace Instrumentation.Analyzers.Rules.Cardinality;

/// <summary>What methods with <c>[Counter]</c>, <c>[Histogram]</c> or <c>[Gauge]</c> of Microsoft.Extensions.Telemetry.Abstractions declare.</summary>
internal sealed class GeneratedMetrics
{
    private readonly HashSet<ITypeSymbol> _metrics = new(SymbolEqualityComparer.Default);
    private readonly HashSet<ITypeSymbol> _tags = new(SymbolEqualityComparer.Default);

    /// <summary>Whether values are recorded with the type, which the generator writes.</summary>
    public bool IsMetric(ITypeSymbol? type) => type is not null && _metrics.Contains(type);

    /// <summary>Whether the type's properties are the tags of a metric.</summary>
    public bool AreTags(ITypeSymbol? type) => type is not null && _tags.Contains(type);

    /// <summary>Reads the source types of a compilation that knows the attributes.</summary>
    public static GeneratedMetrics Of(Compilation compilation, HashSet<INamedTypeSymbol> attributes)
    {
        var found = new GeneratedMetrics();
        if (attributes.Count > 0)
        {
            found.Read(compilation.Assembly.GlobalNamespace, attributes);
        }

        return found;
    }

    private void Read(INamespaceOrTypeSymbol container, HashSet<INamedTypeSymbol> attributes)
    {
        foreach (var member in container.GetMembers())
        {
            switch (member)
            {
                case IMethodSymbol { IsPartialDefinition: true } method:
                    Read(method, attributes);
                    break;
                case INamespaceOrTypeSymbol inner:
                    Read(inner, attributes);
                    break;
            }
        }
    }

    private void Read(IMethodSymbol method, HashSet<INamedTypeSymbol> attributes)
    {
        foreach (var attribute in method.GetAttributes())
        {
            if (attribute.AttributeClass is { } type && attributes.Contains(type.OriginalDefinition))
            {
                _metrics.Add(method.ReturnType);
                _tags.UnionWith(attribute.ConstructorArguments.Where(static argument => argument.Kind == TypedConstantKind.Type).Select(static argument => argument.Value).OfType<ITypeSymbol>());
            }
        }
    }
}
