using System.Collections.Generic;
using System.Linq;
using Instrumentation.Generator.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Instrumentation.Analyzers.Rules;

/// <summary>The uses of instrumented methods as rules see them: also in the code of other generators, which ours cannot see, but not in its own.</summary>
internal static class ReportedUses
{
    public const GeneratedCodeAnalysisFlags GeneratedCode = GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics;

    public static IEnumerable<InstrumentedUse> Of(OperationAnalysisContext context, InstrumentedUses uses)
    {
        if (!uses.MayBe(context.Operation, context.CancellationToken) || (context.IsGeneratedCode && IsOurs(context.ContainingSymbol)))
        {
            return [];
        }

        var found = uses.Of(context.Operation, context.CancellationToken);
        return !context.IsGeneratedCode ? found
            : found.Select(use => IsOverlooked(use, context) ? use with { Coverage = use.Coverage.Overlooked() } : use);
    }

    // A file of the project that only looks generated has been seen.
    private static bool IsOverlooked(InstrumentedUse use, OperationAnalysisContext context) =>
        use is { Coverage.Wrapper: not null, Call: { } call }
        && context.Operation.SemanticModel.GetInterceptorMethod(call, context.CancellationToken) is null;

    /// <summary>Whether our generator wrote what stands there.</summary>
    public static bool IsOurs(ISymbol? symbol)
    {
        for (var current = symbol; current is not null and not INamespaceSymbol; current = current.ContainingSymbol)
        {
            if (TypeNames.IsOurs(current))
            {
                return true;
            }
        }

        return false;
    }
}
