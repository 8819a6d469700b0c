using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;

namespace Instrumentation.CodeFixes;

/// <summary>Wraps the items of a private queue of a type in envelopes: its type, where it is made, where items go in, and the loops in which they come out.</summary>
internal static class EnvelopeRewriter
{
    private static readonly HashSet<string> s_puts = ["WriteAsync", "TryWrite", "Add", "TryAdd", "Enqueue"];

    /// <summary>The rewritten tree; null where a use of the queue is none that is known.</summary>
    public static SyntaxNode? Rewrite(SyntaxNode root, string queue)
    {
        var fields = root.DescendantNodes().OfType<FieldDeclarationSyntax>().Where(field => field.Declaration.Variables.Count == 1 && field.Declaration.Variables[0].Identifier.ValueText == queue).ToList();
        if (fields.Count != 1 || fields[0].Declaration.Type is not GenericNameSyntax { TypeArgumentList.Arguments.Count: 1 } type || !IsPrivate(fields[0]) || fields[0].Parent is not TypeDeclarationSyntax owner || owner.Modifiers.Any(SyntaxKind.PartialKeyword))
        {
            return null;
        }

        var item = type.TypeArgumentList.Arguments[0];
        var changes = new Dictionary<SyntaxNode, SyntaxNode> { [item] = Wrapped(item) };
        foreach (var made in fields[0].Declaration.Variables[0].Initializer?.Value.DescendantNodesAndSelf().OfType<GenericNameSyntax>().Where(name => name.TypeArgumentList.Arguments.Count == 1 && name.TypeArgumentList.Arguments[0].ToString() == item.ToString()) ?? [])
        {
            changes[made.TypeArgumentList.Arguments[0]] = Wrapped(made.TypeArgumentList.Arguments[0]);
        }

        foreach (var use in owner.DescendantNodes().OfType<IdentifierNameSyntax>().Where(name => name.Identifier.ValueText == queue))
        {
            if (Change(use) is not var (before, after))
            {
                return null;
            }

            if (before is not null)
            {
                changes[before] = after!;
            }
        }

        return root.ReplaceNodes(changes.Keys, (before, _) => changes[before]);
    }

    private static bool IsPrivate(FieldDeclarationSyntax field) => !field.Modifiers.Any(static modifier => modifier.Kind() is SyntaxKind.PublicKeyword or SyntaxKind.InternalKeyword or SyntaxKind.ProtectedKeyword);

    private static TypeSyntax Wrapped(TypeSyntax item) => SyntaxFactory.ParseTypeName($"Envelope<{item}>").WithTriviaFrom(item);

    // What a use becomes; a use that needs no change gives two nulls, one that is not known gives null.
    private static (SyntaxNode? Before, SyntaxNode? After)? Change(IdentifierNameSyntax use)
    {
        var call = Call(use);
        var method = (call?.Expression as MemberAccessExpressionSyntax)?.Name.Identifier.ValueText;
        if (call is null || method is null)
        {
            return null;
        }

        if (s_puts.Contains(method) && call.ArgumentList.Arguments.Count > 0)
        {
            var given = call.ArgumentList.Arguments[0].Expression;
            return (given, SyntaxFactory.ParseExpression($"Envelope.Wrap({given.WithoutTrivia()})").WithTriviaFrom(given));
        }

        if (method is "Complete" or "TryComplete" or "CompleteAdding" or "WaitToReadAsync" or "WaitToWriteAsync" or "Dispose")
        {
            return (null, null);
        }

        return method is "ReadAllAsync" or "GetConsumingEnumerable" && Loop(call) is { Statement: BlockSyntax body } loop ? (loop, Opened(loop, body)) : null;
    }

    // The call that ends the chain: `_queue.Writer.WriteAsync(…)`.
    private static InvocationExpressionSyntax? Call(IdentifierNameSyntax use)
    {
        SyntaxNode current = use;
        while (current.Parent is MemberAccessExpressionSyntax access && access.Expression == current)
        {
            current = access;
        }

        return current.Parent as InvocationExpressionSyntax;
    }

    private static ForEachStatementSyntax? Loop(InvocationExpressionSyntax call)
    {
        SyntaxNode current = call;
        while (current.Parent is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ConfigureAwait" or "WithCancellation" } or InvocationExpressionSyntax)
        {
            current = current.Parent;
        }

        return current.Parent is ForEachStatementSyntax loop && loop.Expression == current ? loop : null;
    }

    private static ForEachStatementSyntax Opened(ForEachStatementSyntax loop, BlockSyntax body)
    {
        var item = loop.Identifier.ValueText;
        var consumer = loop.FirstAncestorOrSelf<MethodDeclarationSyntax>()?.Identifier.ValueText ?? item;
        var statements = new[]
        {
            SyntaxFactory.ParseStatement($"using var scope = envelope.Open(\"{consumer}\");\n"),
            SyntaxFactory.ParseStatement($"var {item} = envelope.Item;\n"),
        };
        return loop
            .WithType(SyntaxFactory.IdentifierName("var").WithTriviaFrom(loop.Type))
            .WithIdentifier(SyntaxFactory.Identifier("envelope").WithTriviaFrom(loop.Identifier))
            .WithStatement(body.WithStatements(body.Statements.InsertRange(0, statements.Select(static statement => statement.WithAdditionalAnnotations(Formatter.Annotation)))));
    }
}
