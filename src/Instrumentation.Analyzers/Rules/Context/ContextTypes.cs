using Microsoft.CodeAnalysis;

namespace Instrumentation.Analyzers.Rules.Context;

/// <summary>Types that are or carry a correlation id or a trace context.</summary>
internal static class ContextTypes
{
    private const int Depth = 2;

    private static readonly string[] s_names =
    [
        "correlationid", "xcorrelationid", "requestid", "xrequestid", "traceparent", "traceid", "spanid", "parentspanid",
        "activityid", "diagnosticid", "operationid", "conversationid", "tracecontext", "parentcontext",
    ];

    /// <summary>Whether a type is a context itself.</summary>
    public static bool IsContext(ITypeSymbol? type) => type is not null && (type.Name switch
    {
        "CorrelationId" => true,
        "ActivityContext" or "Activity" => Hygiene.SpanStart.IsType(type, type.Name),
        "FlowContext" or "Envelope" => IsOurs(type),
        "PropagationContext" or "SpanContext" or "TelemetrySpan" => true,
        "ExecutionContext" => true,
        "HttpContext" or "HttpRequest" => IsWeb(type),
        _ => false,
    });

    /// <summary>Whether an item of a type takes a context with it: it is one, or has a member that is one by its type or its name.</summary>
    public static bool Carries(ITypeSymbol? type) => Carries(type, Depth);

    /// <summary>Whether the members of a type are not known here: a type parameter, an interface, <c>object</c> or <c>dynamic</c>.</summary>
    public static bool IsOpen(ITypeSymbol type) => type is ITypeParameterSymbol or { TypeKind: TypeKind.Interface or TypeKind.Dynamic or TypeKind.Error } or { SpecialType: SpecialType.System_Object } || type.IsAbstract;

    public static bool IsWeb(ITypeSymbol type) => type.ContainingNamespace is { Name: "Http", ContainingNamespace: { Name: "AspNetCore", ContainingNamespace.Name: "Microsoft" } };

    /// <summary>Whether a name says that it is an id or header of a context: <c>CorrelationId</c>, <c>x-request-id</c>, <c>traceparent</c>.</summary>
    public static bool IsContextName(string name)
    {
        foreach (var known in s_names)
        {
            if (PlainNames.Is(name, known))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a name is that of a bag of headers.</summary>
    public static bool IsHeaderName(string name) => name is "Headers" or "ApplicationProperties" or "UserProperties" or "MessageAttributes" or "Properties" or "Metadata" or "Attributes" or "headers" or "Baggage";

    private static bool IsOurs(ITypeSymbol type) => type.ContainingNamespace is { Name: "Instrumentation", ContainingNamespace.IsGlobalNamespace: true };

    private static bool Carries(ITypeSymbol? type, int depth)
    {
        if (type is null || IsContext(type))
        {
            return type is not null;
        }

        if (type is INamedTypeSymbol { IsTupleType: true } tuple)
        {
            return tuple.TupleElements.Any(element => IsContextName(element.Name) || (depth > 0 && Carries(element.Type, depth - 1)));
        }

        if (type.SpecialType != SpecialType.None || type.TypeKind is TypeKind.Enum or TypeKind.Delegate)
        {
            return false;
        }

        if (type is INamedTypeSymbol { IsGenericType: true } generic && depth > 0 && generic.TypeArguments.Any(argument => argument is INamedTypeSymbol && Carries(argument, depth - 1)))
        {
            return true;
        }

        for (var current = type; current is { SpecialType: SpecialType.None }; current = current.BaseType)
        {
            foreach (var member in current.GetMembers())
            {
                var value = member switch { IPropertySymbol { IsStatic: false } property => property.Type, IFieldSymbol { IsStatic: false } field => field.Type, _ => null };
                if (value is not null && (IsContext(value) || IsContextName(member.Name) || IsHeaderName(member.Name) || (depth > 1 && value.ContainingAssembly is { } home && SymbolEqualityComparer.Default.Equals(home, type.ContainingAssembly) && Carries(value, depth - 1))))
                {
                    return true;
                }
            }
        }

        return false;
    }
}
