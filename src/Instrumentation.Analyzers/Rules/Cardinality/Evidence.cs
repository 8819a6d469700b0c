using Microsoft.CodeAnalysis;

namespace Instrumentation.Analyzers.Rules.Cardinality;

/// <summary>What the code says about a value. No text is made before it is reported.</summary>
/// <param name="Kind">How much is known.</param>
/// <param name="Source">The type or member that tells, where something was found.</param>
internal readonly record struct Evidence(EvidenceKind Kind, ISymbol? Source = null)
{
    /// <summary>One of few values.</summary>
    public static readonly Evidence Closed = new(EvidenceKind.Closed);

    /// <summary>Nothing is known.</summary>
    public static readonly Evidence None = new(EvidenceKind.None);

    /// <summary>Whether something was found.</summary>
    public bool IsFound => Kind == EvidenceKind.Found;

    /// <summary>It is found at a type or member.</summary>
    public static Evidence Found(ISymbol source) => new(EvidenceKind.Found, source);

    /// <summary>Of a value that is made of two.</summary>
    public Evidence Or(Evidence other) => Kind >= other.Kind ? this : other;
}
