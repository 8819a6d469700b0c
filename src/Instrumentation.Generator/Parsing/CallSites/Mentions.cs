using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Instrumentation.Generator.Parsing.CallSites;

/// <summary>The names that code mentions, also those of methods that the compiler calls by itself and of the type that <c>this</c> is.</summary>
internal static class Mentions
{
    private static readonly string[] s_loop = [WellKnownMemberNames.GetEnumeratorMethodName, WellKnownMemberNames.CurrentPropertyName, WellKnownMemberNames.MoveNextMethodName, WellKnownMemberNames.GetAsyncEnumeratorMethodName, WellKnownMemberNames.MoveNextAsyncMethodName, "Dispose", WellKnownMemberNames.DisposeAsyncMethodName];
    private static readonly string[] s_using = ["Dispose", WellKnownMemberNames.DisposeAsyncMethodName];
    private static readonly string[] s_await = [WellKnownMemberNames.GetAwaiter, WellKnownMemberNames.GetResult];
    private static readonly string[] s_deconstruction = [WellKnownMemberNames.DeconstructMethodName];
    private static readonly string[] s_elements = [WellKnownMemberNames.CollectionInitializerAddMethodName, "Create"];
    private static readonly string[] s_slice = [WellKnownMemberNames.SliceMethodName];
    private static readonly string[] s_query = ["Cast", "Where", "Select", "SelectMany", "Join", "GroupJoin", "OrderBy", "OrderByDescending", "ThenBy", "ThenByDescending", "GroupBy"];

    /// <summary>The names that a node mentions by itself.</summary>
    public static IEnumerable<string> Of(SyntaxNode node) => node switch
    {
        SimpleNameSyntax name => [name.Identifier.ValueText],
        CommonForEachStatementSyntax loop => loop is ForEachVariableStatementSyntax ? s_loop.Concat(s_deconstruction) : s_loop,
        UsingStatementSyntax => s_using,
        LocalDeclarationStatementSyntax { UsingKeyword: var keyword } when keyword.IsKind(SyntaxKind.UsingKeyword) => s_using,
        AwaitExpressionSyntax => s_await,
        AssignmentExpressionSyntax { Left: TupleExpressionSyntax or DeclarationExpressionSyntax } or PositionalPatternClauseSyntax => s_deconstruction,
        InitializerExpressionSyntax or CollectionExpressionSyntax => s_elements,
        RangeExpressionSyntax or SlicePatternSyntax => s_slice,
        QueryExpressionSyntax => s_query,
        ThisExpressionSyntax => node.Ancestors().OfType<TypeDeclarationSyntax>().Take(1).Select(static type => type.Identifier.ValueText),
        _ => [],
    };
}
