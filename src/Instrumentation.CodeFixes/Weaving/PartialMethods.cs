using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Instrumentation.CodeFixes.Weaving;

/// <summary>Makes of a method what its weave asks for.</summary>
internal static class PartialMethods
{
    private static readonly SyntaxKind[] s_access = [SyntaxKind.PublicKeyword, SyntaxKind.InternalKeyword, SyntaxKind.ProtectedKeyword, SyntaxKind.PrivateKeyword];

    private static readonly SyntaxKind[] s_ofBody = [SyntaxKind.StaticKeyword, SyntaxKind.ReadOnlyKeyword, SyntaxKind.UnsafeKeyword, SyntaxKind.AsyncKeyword, SyntaxKind.PartialKeyword];

    // Of the declaration: they say what is recorded of a parameter, or look at the caller.
    private static readonly string[] s_ofDeclaration = ["Tag", "SpanTag", "Value", "CallerMemberName", "CallerFilePath", "CallerLineNumber", "CallerArgumentExpression"];

    // Of the body: they say how the compiler translates it.
    private static readonly string[] s_ofBodyAlone = ["AsyncMethodBuilder", "EnumeratorCancellation"];

    public static string CoreName(MethodDeclarationSyntax method) => method.Identifier.ValueText + "Core";

    /// <summary>The method, partial.</summary>
    public static IReadOnlyList<MethodDeclarationSyntax> InPlace(MethodDeclarationSyntax method) => [(MethodDeclarationSyntax)Partial(WithAccess(method))];

    /// <summary>The method without its body, which a second one has. Documentation, attributes and comments stay with the first, but for those of the body.</summary>
    public static IReadOnlyList<MethodDeclarationSyntax> Split(MethodDeclarationSyntax method) => [Definition(method), Core(method)];

    public static bool IsPartial(MemberDeclarationSyntax member) => member.Modifiers.Any(SyntaxKind.PartialKeyword);

    /// <summary>The member with <c>partial</c> as its last modifier.</summary>
    public static MemberDeclarationSyntax Partial(MemberDeclarationSyntax member)
    {
        if (IsPartial(member))
        {
            return member;
        }

        var word = SyntaxFactory.Token(SyntaxKind.PartialKeyword).WithTrailingTrivia(SyntaxFactory.Space);
        if (member.Modifiers.Count > 0)
        {
            // Behind a directive the modifiers may be others.
            var next = member.Modifiers.Last().GetNextToken();
            return next.LeadingTrivia.Any(static trivia => trivia.IsDirective)
                ? member.ReplaceToken(next, next.WithLeadingTrivia()) is var moved ? moved.WithModifiers(moved.Modifiers.Add(word.WithLeadingTrivia(next.LeadingTrivia))) : member
                : member.WithModifiers(member.Modifiers.Add(word));
        }

        // What stood before the first word stands before the new one.
        var first = FirstWord(member);
        return member.ReplaceToken(first, first.WithLeadingTrivia()) is var bare ? bare.WithModifiers([word.WithLeadingTrivia(first.LeadingTrivia)]) : member;
    }

    private static MethodDeclarationSyntax Definition(MethodDeclarationSyntax method)
    {
        var declared = WithAccess(method)
            .WithBody(null)
            .WithExpressionBody(null)
            .WithSemicolonToken(default)
            .WithAttributeLists(Without(method.AttributeLists, s_ofBodyAlone))
            .WithParameterList(method.ParameterList.ReplaceNodes(method.ParameterList.Parameters, static (parameter, _) => WithAttributes(parameter, Without(parameter.AttributeLists, s_ofBodyAlone))));
        declared = declared.WithModifiers([.. declared.Modifiers.Where(static modifier => !modifier.IsKind(SyntaxKind.AsyncKeyword))]);
        if (declared.AttributeLists.Count == 0)
        {
            declared = declared.WithLeadingTrivia(method.GetLeadingTrivia());
        }

        // A comment before the body is the body's.
        var last = declared.GetLastToken();
        return ((MethodDeclarationSyntax)Partial(declared.ReplaceToken(last, last.WithTrailingTrivia()))).WithSemicolonToken(SyntaxFactory.Token(SyntaxKind.SemicolonToken).WithTrailingTrivia(EndOfLine(method)));
    }

    private static MethodDeclarationSyntax Core(MethodDeclarationSyntax method)
    {
        var modifiers = new[] { SyntaxFactory.Token(SyntaxKind.PrivateKeyword) }
            .Concat(s_ofBody.Where(kind => method.Modifiers.Any(kind)).Select(SyntaxFactory.Token))
            .Select(static modifier => modifier.WithTrailingTrivia(SyntaxFactory.Space));
        var attributes = Only(method.AttributeLists, s_ofBodyAlone);
        var core = method
            .WithAttributeLists([.. attributes.Select(static list => list.WithoutTrivia())])
            .WithModifiers([.. modifiers])
            .WithReturnType(method.ReturnType.WithoutLeadingTrivia())
            .WithIdentifier(SyntaxFactory.Identifier(CoreName(method)).WithTriviaFrom(method.Identifier))
            .WithParameterList(method.ParameterList.WithParameters(SyntaxFactory.SeparatedList(method.ParameterList.Parameters.Select(CoreParameter))));
        var indentation = method.GetLeadingTrivia().LastOrDefault();
        return indentation.IsKind(SyntaxKind.WhitespaceTrivia) ? core.WithLeadingTrivia(EndOfLine(method), indentation) : core.WithLeadingTrivia(EndOfLine(method));
    }

    // A default is the caller's, and only the declaration is called as an extension.
    private static ParameterSyntax CoreParameter(ParameterSyntax parameter) =>
        WithAttributes(parameter, Without(parameter.AttributeLists, s_ofDeclaration))
            .WithModifiers([.. parameter.Modifiers.Where(static modifier => !modifier.IsKind(SyntaxKind.ThisKeyword))])
            .WithDefault(null)
            .WithoutTrivia();

    // A partial method that returns something says who may call it.
    private static MethodDeclarationSyntax WithAccess(MethodDeclarationSyntax method)
    {
        if (method.Modifiers.Any(static modifier => s_access.Contains(modifier.Kind())))
        {
            return method;
        }

        var first = FirstWord(method);
        var bare = method.ReplaceToken(first, first.WithLeadingTrivia());
        var access = method.Parent is InterfaceDeclarationSyntax ? SyntaxKind.PublicKeyword : SyntaxKind.PrivateKeyword;
        return bare.WithModifiers(bare.Modifiers.Insert(0, SyntaxFactory.Token(access).WithLeadingTrivia(first.LeadingTrivia).WithTrailingTrivia(SyntaxFactory.Space)));
    }

    private static SyntaxToken FirstWord(MemberDeclarationSyntax member) => member.AttributeLists.Count == 0 ? member.GetFirstToken() : member.AttributeLists.Last().GetLastToken().GetNextToken();

    private static ParameterSyntax WithAttributes(ParameterSyntax parameter, SyntaxList<AttributeListSyntax> lists) =>
        lists.Count == parameter.AttributeLists.Count && lists.SequenceEqual(parameter.AttributeLists) ? parameter
            : parameter.WithAttributeLists(lists).WithLeadingTrivia(parameter.GetLeadingTrivia());

    private static SyntaxList<AttributeListSyntax> Without(SyntaxList<AttributeListSyntax> lists, string[] names) => Filtered(lists, attribute => !names.Contains(NameOf(attribute)));

    private static SyntaxList<AttributeListSyntax> Only(SyntaxList<AttributeListSyntax> lists, string[] names) => Filtered(lists, attribute => names.Contains(NameOf(attribute)));

    private static SyntaxList<AttributeListSyntax> Filtered(SyntaxList<AttributeListSyntax> lists, System.Func<AttributeSyntax, bool> isKept) =>
    [
        .. lists.Where(list => list.Attributes.Any(isKept))
            .Select(list => list.Attributes.All(isKept) ? list : list.WithAttributes(SyntaxFactory.SeparatedList(list.Attributes.Where(isKept).Select(static attribute => attribute.WithoutTrivia())))),
    ];

    private static string NameOf(AttributeSyntax attribute)
    {
        var name = attribute.Name.DescendantNodesAndSelf().OfType<SimpleNameSyntax>().Last().Identifier.ValueText;
        return name.EndsWith("Attribute", System.StringComparison.Ordinal) ? name.Substring(0, name.Length - "Attribute".Length) : name;
    }

    private static SyntaxTrivia EndOfLine(SyntaxNode node) =>
        node.SyntaxTree.GetRoot().DescendantTrivia().FirstOrDefault(static trivia => trivia.IsKind(SyntaxKind.EndOfLineTrivia)) is { RawKind: not 0 } found ? found : SyntaxFactory.LineFeed;
}
