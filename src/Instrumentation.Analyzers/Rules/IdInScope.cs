using Microsoft.CodeAnalysis;

namespace Instrumentation.Analyzers.Rules;

/// <summary>A parameter or local that holds a correlation id at a call.</summary>
/// <param name="Symbol">The parameter or local.</param>
/// <param name="Type">Its type.</param>
/// <param name="IsProven">Whether type or origin prove it; otherwise only the name says so.</param>
internal sealed record IdInScope(ISymbol Symbol, ITypeSymbol Type, bool IsProven);
