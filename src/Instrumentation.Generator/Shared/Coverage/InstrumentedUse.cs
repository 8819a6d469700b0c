using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Instrumentation.Generator.Shared;

/// <summary>A place where an instrumented method is used.</summary>
/// <param name="Coverage">What becomes of it.</param>
/// <param name="Place">The node to speak of: the method's name where it is written.</param>
/// <param name="Call">The call, where it is one that could be replaced.</param>
internal sealed record InstrumentedUse(CallCoverage Coverage, SyntaxNode Place, InvocationExpressionSyntax? Call = null);
