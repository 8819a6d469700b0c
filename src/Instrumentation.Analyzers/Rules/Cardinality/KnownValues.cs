using Microsoft.CodeAnalysis;

namespace Instrumentation.Analyzers.Rules.Cardinality;

/// <summary>What a variable may hold at a place.</summary>
/// <param name="Known">The values that are seen.</param>
/// <param name="AreAll">Whether it can hold no other.</param>
internal readonly record struct KnownValues(IReadOnlyList<IOperation> Known, bool AreAll);
