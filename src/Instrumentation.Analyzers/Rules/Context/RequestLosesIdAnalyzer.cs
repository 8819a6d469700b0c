using System.Collections.Concurrent;
using System.Collections.Immutable;
using Instrumentation.Analyzers.Rules.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Instrumentation.Analyzers.Rules.Context;

/// <summary>
/// INS3007: an HTTP client is made without the handler that sends the correlation id, or a request without its header, where there is an id. The framework sends the trace by itself; the id it does not know.
/// Reported at the creation. A program with any handler of its own may send it there: then requests are not reported.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class RequestLosesIdAnalyzer : DiagnosticAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [RuleDescriptors.RequestLosesId];

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            if (start.Compilation.GetTypesByMetadataName("System.Net.Http.HttpClient").FirstOrDefault() is null)
            {
                return;
            }

            var requests = new ConcurrentBag<Diagnostic>();
            var handlers = new ConcurrentBag<bool>();
            start.RegisterOperationAction(operation => OfCreation(operation, requests), OperationKind.ObjectCreation);
            start.RegisterOperationAction(operation => OfCall((IInvocationOperation)operation.Operation, handlers), OperationKind.Invocation);
            start.RegisterSymbolAction(symbol => OfType((INamedTypeSymbol)symbol.Symbol, handlers), SymbolKind.NamedType);
            start.RegisterCompilationEndAction(end =>
            {
                foreach (var request in handlers.IsEmpty ? requests : [])
                {
                    end.ReportDiagnostic(request);
                }
            });
        });
    }

    private static void OfCreation(OperationAnalysisContext context, ConcurrentBag<Diagnostic> requests)
    {
        var made = (IObjectCreationOperation)context.Operation;
        if (made.Type is not { Name: "HttpClient" or "HttpRequestMessage", ContainingNamespace: { Name: "Http", ContainingNamespace.Name: "Net" } } type || SendsId(made)
            || ContextScope.At(made, context.CancellationToken) is not { HasId: true } evidence)
        {
            return;
        }

        var severity = evidence.IsProven ? DiagnosticSeverity.Warning : DiagnosticSeverity.Info;
        if (type.Name == "HttpRequestMessage")
        {
            requests.Add(Diagnostic.Create(RuleDescriptors.RequestLosesId, made.Syntax.GetLocation(), severity, additionalLocations: null, properties: null, "The request", evidence.What, "add the header, or send it through a client with a CorrelationHandler"));
        }
        else if (made.Arguments.IsEmpty || Handler(made) is { } handler && IsPlain(handler))
        {
            context.ReportDiagnostic(Diagnostic.Create(RuleDescriptors.RequestLosesId, made.Syntax.GetLocation(), severity, additionalLocations: null, properties: null, "The client", evidence.What, "take it from IHttpClientFactory, or give it a CorrelationHandler"));
        }
    }

    private static IOperation? Handler(IObjectCreationOperation client) => client.Arguments.FirstOrDefault(static argument => argument.Parameter?.Name == "handler")?.Value is { } value ? value is IConversionOperation conversion ? conversion.Operand : value : null;

    private static bool IsPlain(IOperation handler) => handler is IObjectCreationOperation { Type.Name: "HttpClientHandler" or "SocketsHttpHandler" };

    // A header that is added to the object, or to the local that holds it.
    private static bool SendsId(IObjectCreationOperation made)
    {
        var local = Hygiene.SpanStart.Local(made);
        return made.Descendants().Any(IsHeader) || (local is not null && FunctionBody.Of(made).Descendants().OfType<ILocalReferenceOperation>()
            .Where(use => SymbolEqualityComparer.Default.Equals(use.Local, local)).Any(static use => Statement(use).DescendantsAndSelf().Any(IsHeader)));
    }

    private static IOperation Statement(IOperation use)
    {
        var current = use;
        while (current.Parent is { } parent and not (IBlockOperation or IUsingOperation))
        {
            current = parent;
        }

        return current;
    }

    private static bool IsHeader(IOperation part) => part switch
    {
        ILiteralOperation { ConstantValue: { HasValue: true, Value: string text } } => ContextTypes.IsContextName(text),
        IPropertyReferenceOperation property => ContextTypes.IsContextName(property.Property.Name) || CorrelationIds.IsFromContext(property),
        IFieldReferenceOperation field => field.Field.Name.IndexOf("correlation", StringComparison.OrdinalIgnoreCase) >= 0,
        ILocalReferenceOperation local => ContextTypes.IsContextName(local.Local.Name) || local.Type?.Name == "CorrelationId",
        IParameterReferenceOperation parameter => ContextTypes.IsContextName(parameter.Parameter.Name) || parameter.Type?.Name == "CorrelationId",
        IInvocationOperation call => call.TargetMethod.Name.IndexOf("correlation", StringComparison.OrdinalIgnoreCase) >= 0 || call.TargetMethod.Name is "CopyTo" or "CopyHeaders" or "Inject",
        _ => false,
    };

    private static void OfCall(IInvocationOperation call, ConcurrentBag<bool> handlers)
    {
        if (call.TargetMethod.Name is "AddCorrelation" or "AddHttpMessageHandler" or "AddHeaderPropagation" or "ConfigureHttpClientDefaults")
        {
            handlers.Add(true);
        }
    }

    private static void OfType(INamedTypeSymbol type, ConcurrentBag<bool> handlers)
    {
        for (var current = type.BaseType; current is not null; current = current.BaseType)
        {
            if (current.Name is "DelegatingHandler" or "MessageProcessingHandler")
            {
                handlers.Add(true);
            }
        }
    }
}
