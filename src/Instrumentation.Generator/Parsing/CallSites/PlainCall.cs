using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Instrumentation.Generator.Parsing.CallSites;

/// <summary>A call of which it is known what it calls.</summary>
/// <param name="Call">The call.</param>
/// <param name="Method">The method that is called.</param>
/// <param name="Receiver">Type of the object that it is called on; null where none is written.</param>
internal sealed record PlainCall(InvocationExpressionSyntax Call, IMethodSymbol Method, ITypeSymbol? Receiver);
