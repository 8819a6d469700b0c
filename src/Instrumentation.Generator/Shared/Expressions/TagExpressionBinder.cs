using System.Collections.Concurrent;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Instrumentation.Generator.Shared;

/// <summary>
/// Gives the text in <c>[Tag(From = "…")]</c> its meaning: real C#, with the usings and the access of the place where the attribute stands, over the parameters of the method,
/// <c>this</c> and <c>result</c>.
/// </summary>
/// <remarks>
/// The expression is bound as the argument of an attribute: the one kind of code that has a place on every declaration, with or without a body. Placeholders stand for what
/// attributes cannot see. The same code serves the generator, which skips what does not bind, and the analyzer, which reports it.
/// </remarks>
internal static class TagExpressionBinder
{
    private static readonly NameSyntax s_carrier = SyntaxFactory.ParseName("global::System.ObsoleteAttribute");
    private static readonly AttributeArgumentSyntax s_one = SyntaxFactory.AttributeArgument(SyntaxFactory.LiteralExpression(SyntaxKind.NumericLiteralExpression, SyntaxFactory.Literal(1)));

    // Several rules ask for each expression, and binding one is the dearest thing that they do.
    private static readonly ConditionalWeakTable<Compilation, ConcurrentDictionary<(AttributeSyntax Attribute, IMethodSymbol Method, string Text), BoundTagExpression>> s_known = new();

    /// <summary>Binds an expression, once in a compilation.</summary>
    /// <param name="model">Model of the attribute's tree, or of another tree of the same compilation.</param>
    /// <param name="method">The method whose call is recorded; for an attribute on a type, each of its methods in turn.</param>
    /// <param name="attribute">Where the expression stands.</param>
    /// <param name="text">The expression.</param>
    /// <param name="cancellation">Stops the work.</param>
    public static BoundTagExpression Bind(SemanticModel model, IMethodSymbol method, AttributeSyntax attribute, string text, CancellationToken cancellation)
    {
        var known = s_known.GetOrCreateValue(model.Compilation);
        return known.TryGetValue((attribute, method, text), out var bound) ? bound : known.GetOrAdd((attribute, method, text), Read(model, method, attribute, text, cancellation));
    }

    private static BoundTagExpression Read(SemanticModel model, IMethodSymbol method, AttributeSyntax attribute, string text, CancellationToken cancellation)
    {
        var parsed = TagExpressionParser.Parse(text, attribute.SyntaxTree.Options as CSharpParseOptions, out var error);
        if (parsed is null)
        {
            return BoundTagExpression.Refused(error!);
        }

        if (TagExpressionGrammar.FirstViolation(parsed) is { } violation)
        {
            return BoundTagExpression.Refused(violation);
        }

        var scope = new TagExpressionScope(method);
        var rewriter = new PlaceholderRewriter(scope);
        var expression = (ExpressionSyntax)rewriter.Visit(parsed)!;
        if (rewriter.Error is not null)
        {
            return BoundTagExpression.Refused(rewriter.Error);
        }

        // The speculated attribute: no constructor takes four arguments, so that none lends the expression its type.
        var carrier = SyntaxFactory.Attribute(
            s_carrier,
            SyntaxFactory.AttributeArgumentList(SyntaxFactory.SeparatedList([SyntaxFactory.AttributeArgument(expression), s_one, s_one, s_one])));
        var position = TagExpressionPosition.Of(attribute, method);
        if (!TreeModel(model, attribute.SyntaxTree).TryGetSpeculativeSemanticModel(position, carrier, out var speculative))
        {
            return BoundTagExpression.Refused(new ExpressionError(parsed.Span, "The expression cannot be bound at this position; move the attribute to the method."));
        }

        return Finish(speculative, scope, carrier.ArgumentList!.Arguments[0].Expression, cancellation);
    }

    private static BoundTagExpression Finish(SemanticModel model, TagExpressionScope scope, ExpressionSyntax expression, CancellationToken cancellation)
    {
        if (new TagExpressionChecker(model, scope, cancellation).Check(expression) is { } mistake)
        {
            return BoundTagExpression.Refused(mistake);
        }

        var constant = model.GetConstantValue(expression, cancellation);
        var code = new TagExpressionWriter(model, cancellation).Write(expression);
        var type = model.GetTypeInfo(expression, cancellation).Type!;
        return new BoundTagExpression
        {
            Type = type,
            Code = code,
            UsesResult = scope.UsesResult,
            UsesTarget = scope.UsesTarget,
            Parameters = scope.Parameters,
            CanThrow = new ThrowAnalysis(scope.TargetName).CanThrow(model.GetOperation(expression, cancellation)),
            HasConstant = constant.HasValue,
            ConstantValue = constant.Value,
            Texts = type.SpecialType == SpecialType.System_String ? TextSet.Of(expression, model, cancellation) : default,
        };
    }

    private static SemanticModel TreeModel(SemanticModel model, SyntaxTree tree) =>
        model.SyntaxTree == tree ? model : model.Compilation.GetSemanticModel(tree);
}
