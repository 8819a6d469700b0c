using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Instrumentation.Analyzers.Rules;

/// <summary>The correlation ids that code at a place can name: parameters and earlier locals, not across a static function.</summary>
internal static class IdScope
{
    /// <summary>The ids at a call, proven ones first.</summary>
    public static IReadOnlyList<IdInScope> At(IOperation call, SemanticModel model, CancellationToken cancellation)
    {
        var reach = Reach(call, model, cancellation);
        return
        [
            .. model.LookupSymbols(call.Syntax.SpanStart)
                .Where(symbol => reach.ContainsKey(symbol.ContainingSymbol ?? symbol))
                .Select(symbol => IdOf(symbol, reach[symbol.ContainingSymbol!], call, model, cancellation))
                .OfType<IdInScope>()
                .OrderBy(id => id.IsProven ? 0 : 1),
        ];
    }

    // The functions around the call whose variables it can see; true for the innermost, whose ref parameters it may read too.
    private static Dictionary<ISymbol, bool> Reach(IOperation call, SemanticModel model, CancellationToken cancellation)
    {
        var reach = new Dictionary<ISymbol, bool>(SymbolEqualityComparer.Default);
        for (var symbol = model.GetEnclosingSymbol(call.Syntax.SpanStart, cancellation); symbol is IMethodSymbol method; symbol = symbol.ContainingSymbol)
        {
            reach.Add(method, reach.Count == 0);
            if (method.IsStatic && method.MethodKind is MethodKind.LocalFunction or MethodKind.AnonymousFunction)
            {
                break;
            }
        }

        return reach;
    }

    private static IdInScope? IdOf(ISymbol symbol, bool isInnermost, IOperation call, SemanticModel model, CancellationToken cancellation)
    {
        switch (symbol)
        {
            case IParameterSymbol parameter when parameter.RefKind == RefKind.None || (isInnermost && parameter.RefKind != RefKind.Out):
                return CorrelationIds.IsIdType(parameter.Type) ? new IdInScope(symbol, parameter.Type, IsProven: true)
                    : CorrelationIds.IsIdName(parameter.Name) && CorrelationIds.IsPlainType(parameter.Type) ? new IdInScope(symbol, parameter.Type, IsProven: false)
                    : null;
            case ILocalSymbol { IsConst: false } local when Value(local, call, cancellation) is { } value:
                var isProven = CorrelationIds.IsIdType(local.Type)
                    || (CorrelationIds.IsPlainType(local.Type) && CorrelationIds.IsFromContext(model.GetOperation(Bare(value), cancellation)));
                return isProven ? new IdInScope(symbol, local.Type, IsProven: true) : null;
            default:
                return null;
        }
    }

    // Parentheses and `!` have no operation of their own.
    private static ExpressionSyntax Bare(ExpressionSyntax value) => value switch
    {
        ParenthesizedExpressionSyntax parenthesized => Bare(parenthesized.Expression),
        PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression } suppressed => Bare(suppressed.Operand),
        _ => value,
    };

    // Only a local that gets its value where it is declared, before the call, is certain to have one.
    private static ExpressionSyntax? Value(ILocalSymbol local, IOperation call, CancellationToken cancellation) =>
        local.DeclaringSyntaxReferences.Length == 1
        && local.DeclaringSyntaxReferences[0].GetSyntax(cancellation) is VariableDeclaratorSyntax { Initializer.Value: { } value } declarator
        && declarator.Span.End <= call.Syntax.SpanStart
            ? value
            : null;
}
