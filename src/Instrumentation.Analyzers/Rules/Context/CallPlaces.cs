using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Instrumentation.Analyzers.Rules.Context;

/// <summary>Where to speak of a call.</summary>
internal static class CallPlaces
{
    /// <summary>The name of the called method.</summary>
    public static Location Name(IInvocationOperation call) => (call.Syntax is InvocationExpressionSyntax { Expression: var expression }
        ? expression switch { MemberAccessExpressionSyntax access => access.Name, MemberBindingExpressionSyntax binding => binding.Name, _ => expression }
        : call.Syntax).GetLocation();
}
