using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Instrumentation.Generator.Shared;

/// <summary>Of which class the object behind an interface or <c>dynamic</c> is, where the code shows it: an object whose class is known has no decorator in front of it.</summary>
internal static class ObjectOrigin
{
    /// <summary>The class or struct; null where it is not known.</summary>
    public static INamedTypeSymbol? Of(IOperation value, CancellationToken cancellation) => Of(value, follow: true, cancellation);

    private static INamedTypeSymbol? Of(IOperation value, bool follow, CancellationToken cancellation) => value switch
    {
        IConversionOperation { OperatorMethod: null, Operand: var operand } => Of(operand, follow, cancellation),
        IConditionalAccessInstanceOperation => Accessed(value) is { } accessed ? Of(accessed, follow, cancellation) : null,
        { Type: INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct, SpecialType: not SpecialType.System_Object } type } => type,
        ILocalReferenceOperation { Local: var local } when follow => OfVariable(local, value, cancellation),
        IFieldReferenceOperation { Field: { DeclaredAccessibility: Accessibility.Private } field } when follow => OfVariable(field, value, cancellation),
        IFieldReferenceOperation { Field: { IsReadOnly: true } field } when follow => OfVariable(field, value, cancellation),
        _ => null,
    };

    // What stands before the question mark.
    private static IOperation? Accessed(IOperation value)
    {
        var current = value;
        while (current.Parent is { } parent && !(parent is IConditionalAccessOperation access && access.WhenNotNull == current))
        {
            current = parent;
        }

        return (current.Parent as IConditionalAccessOperation)?.Operation;
    }

    // All that is ever put into it is of one class.
    private static INamedTypeSymbol? OfVariable(ISymbol variable, IOperation use, CancellationToken cancellation)
    {
        if (use.SemanticModel is not { } model
            || variable.DeclaringSyntaxReferences.FirstOrDefault() is not { } reference
            || reference.SyntaxTree != model.SyntaxTree
            || reference.GetSyntax(cancellation) is not VariableDeclaratorSyntax declarator
            || Scope(variable, declarator) is not { } scope)
        {
            return null;
        }

        INamedTypeSymbol? origin = null;
        foreach (var value in Values(declarator, scope))
        {
            if (value is null || model.GetOperation(value, cancellation) is not { } made || Of(made, follow: false, cancellation) is not { } type || (origin is not null && !SymbolEqualityComparer.Default.Equals(origin, type)))
            {
                return null;
            }

            origin = type;
        }

        return origin;
    }

    private static SyntaxNode? Scope(ISymbol variable, VariableDeclaratorSyntax declarator) => variable is ILocalSymbol
        ? declarator.Ancestors().FirstOrDefault(static node => node is MemberDeclarationSyntax and not GlobalStatementSyntax or CompilationUnitSyntax)
        : variable.ContainingType.DeclaringSyntaxReferences.Length == 1 ? declarator.Ancestors().OfType<TypeDeclarationSyntax>().FirstOrDefault() : null;

    // By name: another variable that is called so costs only knowledge. Null stands for a value that cannot be seen.
    private static IEnumerable<ExpressionSyntax?> Values(VariableDeclaratorSyntax declarator, SyntaxNode scope)
    {
        if (declarator.Initializer is { } initializer)
        {
            yield return initializer.Value;
        }

        foreach (var name in CallSyntax.Names(scope, declarator.Identifier.ValueText))
        {
            var whole = CallSyntax.Whole(name);
            if (whole.Parent is AssignmentExpressionSyntax assignment && assignment.Left == whole)
            {
                yield return assignment.Right;
            }
            else if (whole.Parent is ArgumentSyntax argument && (!argument.RefKindKeyword.IsKind(SyntaxKind.None) || argument.Parent is TupleExpressionSyntax { Parent: AssignmentExpressionSyntax }))
            {
                yield return null;
            }
            else if (whole.Parent is RefExpressionSyntax)
            {
                yield return null;
            }
        }
    }
}
