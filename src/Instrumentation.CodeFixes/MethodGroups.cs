using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Instrumentation.CodeFixes;

/// <summary>Writes lambdas for method groups.</summary>
internal static class MethodGroups
{
    /// <summary>The method group around a name, and the lambda that stands for it; null where the lambda could mean something else.</summary>
    public static (ExpressionSyntax Group, ExpressionSyntax Lambda)? Lambda(SimpleNameSyntax name, SemanticModel model, CancellationToken cancellation)
    {
        var group = name.Parent is MemberAccessExpressionSyntax access && access.Name == name ? access : (ExpressionSyntax)name;
        if (!IsStable((group as MemberAccessExpressionSyntax)?.Expression, model, cancellation)
            || group.Parent is AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.AddAssignmentExpression } // A handler that is taken away again must be the same one.
            || model.GetTypeInfo(group, cancellation).ConvertedType is not INamedTypeSymbol { DelegateInvokeMethod: { } invoke }
            || invoke.Parameters.Any(static parameter => parameter.RefKind != RefKind.None))
        {
            return null;
        }

        var names = Names(group, invoke, model.GetSymbolInfo(name, cancellation).Symbol as IMethodSymbol, model);
        var isTyped = group.Parent is EqualsValueClauseSyntax { Parent.Parent: VariableDeclarationSyntax { Type.IsVar: true } };
        var written = invoke.Parameters.Select((parameter, i) => isTyped ? $"{parameter.Type.ToMinimalDisplayString(model, group.SpanStart)} {names[i]}" : names[i]);
        var left = names.Count == 1 && !isTyped ? names[0] : $"({string.Join(", ", written)})";
        return (group, SyntaxFactory.ParseExpression($"{left} => {group.WithoutTrivia().ToFullString()}({string.Join(", ", names)})"));
    }

    // A method group asks for its object once, a lambda at each call.
    private static bool IsStable(ExpressionSyntax? receiver, SemanticModel model, CancellationToken cancellation) => receiver switch
    {
        null or ThisExpressionSyntax => true,
        MemberAccessExpressionSyntax { Expression: var inner } => IsStable(inner, model, cancellation) && IsPlain(model.GetSymbolInfo(receiver, cancellation).Symbol),
        _ => IsPlain(model.GetSymbolInfo(receiver, cancellation).Symbol),
    };

    private static bool IsPlain(ISymbol? symbol) => symbol is ILocalSymbol or IParameterSymbol or IFieldSymbol or ITypeSymbol or INamespaceSymbol or IPropertySymbol { SetMethod: null };

    private static List<string> Names(ExpressionSyntax group, IMethodSymbol invoke, IMethodSymbol? method, SemanticModel model)
    {
        var taken = new HashSet<string>(model.LookupSymbols(group.SpanStart).Where(static symbol => symbol is ILocalSymbol or IParameterSymbol or IRangeVariableSymbol).Select(static symbol => symbol.Name));
        var names = new List<string>();
        for (var i = 0; i < invoke.Parameters.Length; i++)
        {
            var wanted = method?.Parameters.Length == invoke.Parameters.Length ? method.Parameters[i].Name : invoke.Parameters[i].Name;
            var name = wanted;
            for (var number = 2; !taken.Add(name); number++)
            {
                name = wanted + number;
            }

            names.Add(SyntaxFacts.GetKeywordKind(name) == SyntaxKind.None ? name : "@" + name);
        }

        return names;
    }
}
