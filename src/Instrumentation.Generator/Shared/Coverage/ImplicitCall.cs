using Microsoft.CodeAnalysis;

namespace Instrumentation.Generator.Shared;

/// <summary>A call that nobody wrote.</summary>
/// <param name="Place">What made the compiler call.</param>
/// <param name="Method">The method that is called.</param>
/// <param name="Receiver">Type of the object as it is written; null where it is not known.</param>
internal sealed record ImplicitCall(SyntaxNode Place, IMethodSymbol Method, ITypeSymbol? Receiver);
