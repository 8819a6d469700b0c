using Instrumentation.Analyzers.Rules.Flow;
using Instrumentation.Analyzers.Rules.Hygiene;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Instrumentation.Analyzers.Rules.Context;

/// <summary>The contexts that code at a place is in: parameters, earlier locals, a span started before, the request of a controller.</summary>
internal static class ContextScope
{
    /// <summary>The strongest evidence, ids before spans; null for none.</summary>
    public static ContextEvidence? At(IOperation place, CancellationToken cancellation) =>
        All(place, cancellation).OrderBy(static found => found.IsProven ? found.HasId ? 0 : 1 : 2).FirstOrDefault();

    /// <summary>Whether the operation runs in work that a request or message has started; its evidence.</summary>
    public static string? Handler(IOperation place, CancellationToken cancellation)
    {
        var method = Enclosing(place, cancellation);
        return Parameters(place, method).FirstOrDefault(static parameter => IsInbound(parameter.Type)) is { } inbound ? $"'{inbound.Name}'"
            : method is { ContainingType: { } type, DeclaredAccessibility: Accessibility.Public, IsStatic: false, MethodKind: MethodKind.Ordinary } && IsRequestType(type) ? $"the request of '{type.Name}'"
            : null;
    }

    /// <summary>Whether a type comes with a request or a message.</summary>
    public static bool IsInbound(ITypeSymbol type) => IsMessage(type) || (type.Name is "HttpContext" or "HttpRequest" && ContextTypes.IsWeb(type)) || type.Name is "ServerCallContext";

    /// <summary>Whether a type is what a broker's client hands to a consumer, with the producer's context in it.</summary>
    public static bool IsMessage(ITypeSymbol type) => type.Name switch
    {
        "ServiceBusReceivedMessage" or "ProcessMessageEventArgs" => InNamespace(type, "ServiceBus"),
        "BasicDeliverEventArgs" => InNamespace(type, "Events"),
        "ConsumeResult" => InNamespace(type, "Kafka"),
        "ConsumeContext" => InNamespace(type, "MassTransit"),
        "Envelope" => type.ContainingNamespace is { Name: "Instrumentation", ContainingNamespace.IsGlobalNamespace: true },
        _ => false,
    };

    /// <summary>The method around an operation, behind lambdas and local functions.</summary>
    public static IMethodSymbol? Enclosing(IOperation place, CancellationToken cancellation)
    {
        var symbol = place.SemanticModel?.GetEnclosingSymbol(place.Syntax.SpanStart, cancellation);
        while (symbol is IMethodSymbol { MethodKind: MethodKind.AnonymousFunction or MethodKind.LocalFunction })
        {
            symbol = symbol.ContainingSymbol;
        }

        return symbol as IMethodSymbol;
    }

    private static bool InNamespace(ITypeSymbol type, string name) => type.ContainingNamespace?.Name == name;

    private static bool IsRequestType(INamedTypeSymbol type)
    {
        for (var current = type.BaseType; current is not null; current = current.BaseType)
        {
            if (current.Name is "ControllerBase" or "PageModel" or "Hub")
            {
                return true;
            }
        }

        return false;
    }

    private static IEnumerable<IParameterSymbol> Parameters(IOperation place, IMethodSymbol? method)
    {
        for (var current = place; current is not null; current = current.Parent)
        {
            foreach (var parameter in current switch { IAnonymousFunctionOperation lambda => lambda.Symbol.Parameters, ILocalFunctionOperation local => local.Symbol.Parameters, _ => [] })
            {
                yield return parameter;
            }
        }

        foreach (var parameter in method?.Parameters ?? [])
        {
            yield return parameter;
        }
    }

    private static IEnumerable<ContextEvidence> All(IOperation place, CancellationToken cancellation)
    {
        var method = Enclosing(place, cancellation);
        foreach (var parameter in Parameters(place, method).Where(static parameter => parameter.RefKind != RefKind.Out))
        {
            if (Of(parameter.Name, parameter.Type) is { } found)
            {
                yield return found;
            }
        }

        if (Handler(place, cancellation) is { } request && request[0] != '\'')
        {
            yield return new ContextEvidence(request, IsProven: true, HasId: true);
        }

        foreach (var found in Before(place))
        {
            yield return found;
        }
    }

    // What stands before the place, in its function and those around it.
    private static IEnumerable<ContextEvidence> Before(IOperation place)
    {
        for (IOperation? function = FunctionBody.Of(place); function is not null; function = function.Parent is null ? null : FunctionBody.Of(function.Parent))
        {
            foreach (var operation in FunctionBody.Own(function).Where(operation => operation.Syntax.Span.End <= place.Syntax.SpanStart || operation.Syntax.Span.Contains(place.Syntax.Span)))
            {
                var found = operation switch
                {
                    IVariableDeclaratorOperation declarator when declarator.Syntax.Span.End <= place.Syntax.SpanStart => Of(declarator),
                    IInvocationOperation { TargetMethod: { Name: "Begin", ContainingType.Name: "CorrelationContext" } } => new ContextEvidence("the correlation id that is begun here", IsProven: true, HasId: true),
                    IPropertyReferenceOperation { Property: { Name: "Id", ContainingType: { Name: "CorrelationContext" } } } => new ContextEvidence("'CorrelationContext.Id'", IsProven: true, HasId: true),
                    _ => null,
                };
                if (found is not null)
                {
                    yield return found;
                }
            }
        }
    }

    private static ContextEvidence? Of(IVariableDeclaratorOperation declarator)
    {
        var value = declarator.GetVariableInitializer()?.Value;
        return value is not null && CorrelationIds.IsFromContext(value) ? new ContextEvidence($"'{declarator.Symbol.Name}'", IsProven: true, HasId: true)
            : Hygiene.SpanStart.IsActivity(declarator.Symbol.Type) && !(value?.DescendantsAndSelf().OfType<IInvocationOperation>().Any(SpanStart.Is) ?? false) ? null
            : Of(declarator.Symbol.Name, declarator.Symbol.Type);
    }

    private static ContextEvidence? Of(string name, ITypeSymbol type) => (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable ? nullable.TypeArguments[0] : type) switch
    {
        { Name: "CorrelationId" } => new ContextEvidence($"'{name}'", IsProven: true, HasId: true),
        { } message when IsMessage(message) => new ContextEvidence($"the message '{name}'", IsProven: true, HasId: true),
        { Name: "HttpContext" or "HttpRequest" } request when ContextTypes.IsWeb(request) => new ContextEvidence($"the request '{name}'", IsProven: true, HasId: true),
        { Name: "FlowContext" } flow when ContextTypes.IsContext(flow) => new ContextEvidence($"'{name}'", IsProven: true, HasId: true),
        { Name: "ActivityContext" } trace when ContextTypes.IsContext(trace) => new ContextEvidence($"'{name}'", IsProven: true, HasId: false),
        { Name: "Activity" } span when ContextTypes.IsContext(span) => new ContextEvidence($"the span '{name}'", IsProven: true, HasId: false),
        { } plain when CorrelationIds.IsIdName(name) && CorrelationIds.IsPlainType(plain) => new ContextEvidence($"'{name}'", IsProven: false, HasId: true),
        _ => null,
    };
}
