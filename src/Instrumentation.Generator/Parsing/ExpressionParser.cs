using Instrumentation.Generator.Collections;
using Instrumentation.Generator.Model;
using Instrumentation.Generator.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Instrumentation.Generator.Parsing;

/// <summary>Turns the expressions in a method's attributes into models; one that does not bind is left out, and rule INS0001 says why.</summary>
internal sealed class ExpressionParser(
    IMethodSymbol method,
    MethodSignature signature,
    string targetName,
    Compilation compilation,
    CancellationToken cancellation)
{
    /// <summary>Binds the text of an attribute's property.</summary>
    public ParsedExpression? Parse(AttributeData attribute, string text)
    {
        if (attribute.ApplicationSyntaxReference?.GetSyntax(cancellation) is not AttributeSyntax syntax)
        {
            return null;
        }

        var bound = TagExpressionBinder.Bind(TreeModels.Of(compilation, syntax.SyntaxTree), method, syntax, text, cancellation);
        return bound is { IsBound: true, Code: { } code, Type: { } type }
            ? new ParsedExpression(new ExpressionModel(code, Inputs(bound).ToEquatable(), bound.UsesResult, bound.CanThrow), type, bound)
            : null;
    }

    /// <summary>The value of a parameter.</summary>
    public ParsedExpression? Parameter(IParameterSymbol parameter)
    {
        var known = signature.Parameters[parameter.Ordinal];
        return parameter.RefKind == RefKind.Out || parameter.Type.IsRefLikeType || parameter.Type is IPointerTypeSymbol or IFunctionPointerTypeSymbol
            ? null
            : new ParsedExpression(new ExpressionModel(known.Name, new[] { new InputModel(known.Type, known.Name) }.ToEquatable(), UsesResult: false, CanThrow: false), parameter.Type, null);
    }

    /// <summary>Whether a caller hands the value over.</summary>
    public bool IsHandedOver(ParsedExpression expression) => InPlaceRules.IsHandedOver(method, expression.Model.UsesResult, expression.Bound);

    /// <summary>The awaited result.</summary>
    public ParsedExpression? Result() =>
        !signature.IsSequence && SignatureParser.Result(method.ReturnType, signature.ReturnKind) is { IsRefLikeType: false } type
            ? new ParsedExpression(new ExpressionModel(TagExpressionNames.Result(method), default, UsesResult: true, CanThrow: false), type, null)
            : null;

    private IEnumerable<InputModel> Inputs(BoundTagExpression bound)
    {
        if (bound.UsesTarget && signature.Receiver.Name is not null)
        {
            yield return new InputModel(signature.Receiver.Type, targetName);
        }

        foreach (var parameter in method.Parameters)
        {
            if (bound.Parameters.Contains(parameter.Name))
            {
                var known = signature.Parameters[parameter.Ordinal];
                yield return new InputModel(known.Type, known.Name);
            }
        }
    }
}
