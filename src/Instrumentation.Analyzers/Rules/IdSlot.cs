using Microsoft.CodeAnalysis;

namespace Instrumentation.Analyzers.Rules;

/// <summary>Where a call could take a correlation id.</summary>
/// <param name="Method">The method that is called, or the overload to call in its place.</param>
/// <param name="Parameter">Its parameter for the id.</param>
internal sealed record IdSlot(IMethodSymbol Method, IParameterSymbol Parameter);
