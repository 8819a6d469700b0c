using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Instrumentation.Analyzers.Rules.Hygiene;

/// <summary>A call that starts a span.</summary>
internal static class SpanStart
{
    /// <summary>Whether a call starts a span that somebody must end: of <c>ActivitySource</c>, an <c>Activity</c> by hand, or OpenTelemetry's <c>Tracer</c>.</summary>
    public static bool Is(IInvocationOperation call) => call.TargetMethod.Name switch
    {
        "StartActivity" => IsType(call.TargetMethod.ContainingType, "ActivitySource"),
        "Start" => IsType(call.TargetMethod.ContainingType, "Activity"),
        "StartActiveSpan" or "StartSpan" or "StartRootSpan" => call.TargetMethod.ContainingType is { Name: "Tracer", ContainingNamespace.Name: "Trace" },
        _ => false,
    };

    public static bool IsActivity(ITypeSymbol? type) => IsType(type, "Activity");

    public static bool IsType(ITypeSymbol? type, string name) =>
        type?.Name == name && type.ContainingNamespace is { Name: "Diagnostics", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } };

    /// <summary>The local that a value goes into, behind conversions; null where it goes elsewhere.</summary>
    public static ILocalSymbol? Local(IOperation value) => value.Parent switch
    {
        IVariableInitializerOperation { Parent: IVariableDeclaratorOperation declarator } => declarator.Symbol,
        ISimpleAssignmentOperation { Target: ILocalReferenceOperation local } assignment when assignment.Value == value => local.Local,
        IConversionOperation or ICoalesceOperation or IConditionalAccessOperation => Local(value.Parent),
        _ => null,
    };
}
