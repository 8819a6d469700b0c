using System;
using System.Globalization;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Instrumentation.Generator.Shared;

/// <summary>
/// Replaces what only exists inside the method by a placeholder of the same type, so that the rest can be bound outside of it:
/// <c>schema.Format</c> becomes <c>((global::System.Func&lt;global::N.NewSchema&gt;)null!)().Format</c>. Each node remembers where it stood.
/// </summary>
/// <remarks>
/// A call, because it is no constant (<c>default(int)</c> would convert to an enum, which a parameter does not) and has exactly the annotated type (<c>default</c> of
/// anything may be null).
/// </remarks>
internal sealed class PlaceholderRewriter(TagExpressionScope scope) : CSharpSyntaxRewriter
{
    private const string SpanMark = "Instrumentation.Span";
    private const string LocalMark = "Instrumentation.Local";

    /// <summary>The first mistake; the rewritten tree is of no use then.</summary>
    public ExpressionError? Error { get; private set; }

    /// <summary>Where the node, or the nearest around it that was written by the user, stands in the expression's text.</summary>
    public static TextSpan OriginalSpan(SyntaxNode node)
    {
        for (var current = node; current is not null; current = current.Parent)
        {
            if (current.GetAnnotations(SpanMark).FirstOrDefault()?.Data is { } data)
            {
                var comma = data.IndexOf(',');
                return new TextSpan(
                    int.Parse(data.Substring(0, comma), CultureInfo.InvariantCulture),
                    int.Parse(data.Substring(comma + 1), CultureInfo.InvariantCulture));
            }
        }

        return default;
    }

    /// <summary>The local that a placeholder stands for; <see langword="null"/> for any other node.</summary>
    public static string? LocalName(SyntaxNode node) => node.GetAnnotations(LocalMark).FirstOrDefault()?.Data;

    public override SyntaxNode? Visit(SyntaxNode? node)
    {
        var visited = base.Visit(node);
        return node is null || visited is null
            ? visited
            : Mark(visited, node);
    }

    public override SyntaxNode? VisitIdentifierName(IdentifierNameSyntax node)
    {
        if (!IsValue(node))
        {
            return base.VisitIdentifierName(node);
        }

        var name = node.Identifier.ValueText;
        if (scope.Parameter(name) is { } parameter)
        {
            if (IsTypeOfSameName(node, parameter))
            {
                return base.VisitIdentifierName(node);
            }

            Refuse(node, TagExpressionScope.WhyUnreadable(parameter));
            return Placeholder(node, parameter.Type, TagExpressionNames.Escape(name));
        }

        if (!string.Equals(name, TagExpressionNames.ResultWord, StringComparison.Ordinal))
        {
            return OnTarget(node, node) ?? base.VisitIdentifierName(node);
        }

        var type = scope.Result(out var sentence);
        Refuse(node, sentence);
        return type is null ? node : Placeholder(node, type, scope.ResultName);
    }

    public override SyntaxNode? VisitGenericName(GenericNameSyntax node)
    {
        var visited = (GenericNameSyntax)base.VisitGenericName(node)!;
        return node.Parent is InvocationExpressionSyntax call && call.Expression == node ? OnTarget(node, visited) ?? visited : visited;
    }

    public override SyntaxNode? VisitThisExpression(ThisExpressionSyntax node)
    {
        Refuse(node, scope.IsStatic ? "The method is static, so there is no 'this'; use a parameter or a static member." : null);
        scope.UsesTarget = true;
        return Placeholder(node, scope.Type, scope.TargetName);
    }

    public override SyntaxNode? VisitInvocationExpression(InvocationExpressionSyntax node)
    {
        if (NameOf.Argument(node) is not { } argument)
        {
            return base.VisitInvocationExpression(node);
        }

        return NameOf.OfLocal(argument, scope, Refuse) is { } name
            ? SyntaxFactory.LiteralExpression(SyntaxKind.StringLiteralExpression, SyntaxFactory.Literal(name)).WithTriviaFrom(node)
            : MemberNamesOnly(node);
    }

    // `{ Format: … }`, `{ Subject.Length: … }` and `name: value` name members and parameters of something else.
    public override SyntaxNode? VisitExpressionColon(ExpressionColonSyntax node) => MemberNamesOnly(node);

    public override SyntaxNode? VisitNameColon(NameColonSyntax node) => MemberNamesOnly(node);

    // A pattern compares with constants: a parameter can never stand here.
    public override SyntaxNode? VisitConstantPattern(ConstantPatternSyntax node) => MemberNamesOnly(node);

    public override SyntaxNode? VisitRelationalPattern(RelationalPatternSyntax node) => MemberNamesOnly(node);

    // `Kind` and `Kind(x)` become `<target>.Kind` and `<target>.Kind(x)`: an attribute has no instance.
    private ExpressionSyntax? OnTarget(SimpleNameSyntax name, SimpleNameSyntax rewritten)
    {
        var text = name.Identifier.ValueText;
        var isCalled = name.Parent is InvocationExpressionSyntax call && call.Expression == name;
        var members = Members.Named(scope.Type, text).Where(IsVisible).ToArray();
        if (members.Length == 0 || members.Any(member => member.IsStatic || member is ITypeSymbol || (member is IMethodSymbol && !isCalled)) || IsTypeOfSameName(name, members[0]))
        {
            return null;
        }

        Refuse(name, scope.IsStatic ? $"'{text}' belongs to an instance and the method is static; use a parameter or a static member." : null);
        scope.UsesTarget = true;
        var access = SyntaxFactory.MemberAccessExpression(
            SyntaxKind.SimpleMemberAccessExpression,
            Placeholder(SyntaxFactory.ThisExpression(), scope.Type, scope.TargetName),
            rewritten.WithoutLeadingTrivia());
        return Mark(access, name).WithLeadingTrivia(rewritten.GetLeadingTrivia());
    }

    private bool IsVisible(ISymbol member) =>
        member.DeclaredAccessibility != Accessibility.Private || SymbolEqualityComparer.Default.Equals(member.ContainingType, scope.Type);

    private static bool IsValue(IdentifierNameSyntax node) =>
        !SyntaxFacts.IsInTypeOnlyContext(node)
        && node.Parent is not MemberBindingExpressionSyntax and not NameEqualsSyntax and not NameSyntax
        && !(node.Parent is MemberAccessExpressionSyntax access && access.Name == node);

    // `Format.Avro` with a parameter or property `Format Format` means the type when the member is one of the type's own.
    private static bool IsTypeOfSameName(SimpleNameSyntax node, ISymbol value)
    {
        var type = value switch { IParameterSymbol parameter => parameter.Type, IPropertySymbol property => property.Type, IFieldSymbol field => field.Type, _ => null };
        return type is not null
            && string.Equals(type.Name, value.Name, StringComparison.Ordinal)
            && node.Parent is MemberAccessExpressionSyntax access && access.Expression == node
            && type.GetMembers(access.Name.Identifier.ValueText).Any(member => member.IsStatic);
    }

    private static ExpressionSyntax Placeholder(ExpressionSyntax node, ITypeSymbol type, string local) =>
        SyntaxFactory.ParseExpression($"((global::System.Func<{SymbolText.Code(type)}>)null!)()")
            .WithTriviaFrom(node)
            .WithAdditionalAnnotations(new SyntaxAnnotation(LocalMark, local));

    private static SyntaxNode MemberNamesOnly(SyntaxNode node) =>
        node.ReplaceNodes(
            node.DescendantNodes(),
            (original, rewritten) => Mark(rewritten, original));

    private static T Mark<T>(T node, SyntaxNode original)
        where T : SyntaxNode =>
        node.WithAdditionalAnnotations(
            new SyntaxAnnotation(SpanMark, string.Format(CultureInfo.InvariantCulture, "{0},{1}", original.SpanStart, original.Span.Length)));

    private void Refuse(SyntaxNode node, string? sentence)
    {
        if (sentence is not null)
        {
            Error ??= new ExpressionError(node.Span, sentence);
        }
    }
}
