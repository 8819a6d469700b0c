using Microsoft.CodeAnalysis;

namespace Instrumentation.Generator.Shared;

/// <summary>A metric as one member declares it.</summary>
/// <param name="Metric">What all its declarations must agree in.</param>
/// <param name="Attribute">The attribute that declares it.</param>
/// <param name="Member">The method or property.</param>
internal sealed record DeclaredMetric(MetricDeclaration Metric, AttributeData Attribute, ISymbol Member)
{
    /// <summary>The tags it takes, in order of precedence; without its outcome, its error and the tags that the common families share.</summary>
    public IReadOnlyList<TagDeclaration> Tags { get; init; } = [];

    /// <summary>The types of errors that it tells apart; null for none.</summary>
    public AttributeData? Error { get; init; }

    /// <summary>Name of its outcome tag; null for none.</summary>
    public string? Outcome { get; init; }

    /// <summary>Names of its outcomes; empty for the default ones, or where there is no outcome.</summary>
    public IReadOnlyList<string> Outcomes { get; init; } = [];
}
