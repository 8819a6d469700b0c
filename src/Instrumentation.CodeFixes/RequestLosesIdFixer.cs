using System.Collections.Immutable;
using System.Composition;
using System.Linq;
using System.Threading.Tasks;
using Instrumentation.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Instrumentation.CodeFixes;

/// <summary>Fixes INS3007 at a client: takes it from a factory that is in scope; where there is none, gives it the handler that sends the id.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RequestLosesIdFixer)), Shared]
public sealed class RequestLosesIdFixer : CodeFixProvider
{
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [RuleIds.RequestLosesId];

    public override FixAllProvider GetFixAllProvider() => new BatchFixes(nameof(RequestLosesIdFixer));

    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        var model = await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false);
        foreach (var diagnostic in context.Diagnostics)
        {
            if (root?.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true) is not BaseObjectCreationExpressionSyntax made || model?.GetTypeInfo(made, context.CancellationToken).Type is not { Name: "HttpClient" })
            {
                continue;
            }

            var factory = Factory(model, made);
            var client = factory is null ? WithHandler(made) : SyntaxFactory.ParseExpression($"{factory}.CreateClient()").WithTriviaFrom(made);
            context.RegisterCodeFix(
                CodeAction.Create(factory is null ? "Give it a CorrelationHandler" : $"Take it from '{factory}'", _ => Task.FromResult(context.Document.WithSyntaxRoot(root.ReplaceNode(made, client))), equivalenceKey: nameof(RequestLosesIdFixer)),
                diagnostic);
        }
    }

    private static string? Factory(SemanticModel model, SyntaxNode place) => model.LookupSymbols(place.SpanStart)
        .Where(symbol => symbol is IParameterSymbol or IFieldSymbol || (symbol is ILocalSymbol local && local.Locations[0].SourceSpan.End < place.SpanStart))
        .FirstOrDefault(symbol => (symbol switch { IParameterSymbol parameter => parameter.Type, IFieldSymbol field => field.Type, ILocalSymbol local => local.Type, _ => null }) is { Name: "IHttpClientFactory" })?.Name;

    private static ExpressionSyntax WithHandler(BaseObjectCreationExpressionSyntax client)
    {
        var inner = client.ArgumentList?.Arguments.FirstOrDefault()?.Expression.ToString() ?? "new SocketsHttpHandler()";
        var handler = SyntaxFactory.Argument(SyntaxFactory.ParseExpression($"new Instrumentation.CorrelationHandler {{ InnerHandler = {inner} }}"));
        var arguments = client.ArgumentList is { Arguments.Count: > 0 } list
            ? list.WithArguments(list.Arguments.Replace(list.Arguments[0], handler))
            : SyntaxFactory.ArgumentList(SyntaxFactory.SingletonSeparatedList(handler));
        return client switch
        {
            ObjectCreationExpressionSyntax made => made.WithArgumentList(arguments),
            ImplicitObjectCreationExpressionSyntax made => made.WithArgumentList(arguments),
            _ => client,
        };
    }
}
