using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Instrumentation.Generator.Shared;

/// <summary>What <see cref="TagExpressionBinder"/> found: either <see cref="Code"/> with its type, or one <see cref="Error"/>.</summary>
internal sealed class BoundTagExpression
{
    /// <summary>Whether the expression means something at its position, and generated code can say it too.</summary>
    public bool IsBound => Error is null;

    /// <summary>Natural type of the expression with its nullable annotation; <see langword="null"/> if not bound.</summary>
    public ITypeSymbol? Type { get; init; }

    /// <summary>
    /// C# that means the same in another type and file of the assembly, where the parameters are locals under their own names, <c>this</c> is the local
    /// <see cref="TagExpressionNames.Target"/> and the awaited result <see cref="TagExpressionNames.Result"/>. Low-precedence code is not parenthesised.
    /// </summary>
    public string? Code { get; init; }

    /// <summary>Whether the code reads the result, so that it can only run after a success.</summary>
    public bool UsesResult { get; init; }

    /// <summary>Whether the code reads the instance.</summary>
    public bool UsesTarget { get; init; }

    /// <summary>Names of the parameters that the code reads, without <c>@</c>, in order of parameters.</summary>
    public ImmutableArray<string> Parameters { get; init; } = [];

    /// <summary>Whether evaluating may throw; <see langword="false"/> only where that is certain.</summary>
    public bool CanThrow { get; init; }

    /// <summary>Whether the expression is a compile-time constant.</summary>
    public bool HasConstant { get; init; }

    /// <summary>The constant; an enum constant is its underlying number. <see langword="null"/> is a possible constant.</summary>
    public object? ConstantValue { get; init; }

    /// <summary>
    /// The texts a string expression can have when each branch of its <c>?:</c>, <c>??</c> and <c>switch</c> ends in a constant, in source order, each once
    /// (<see langword="null"/> is a possible element); default when the set is not known. A constant string is a set of one.
    /// </summary>
    public ImmutableArray<string?> Texts { get; init; }

    /// <summary>What is wrong and what to do, as a sentence; <see langword="null"/> if bound.</summary>
    public string? Error { get; init; }

    /// <summary>Where in the expression's text it is wrong: the innermost part that does not bind. May be empty, at a place where something is missing.</summary>
    public TextSpan ErrorSpan { get; init; }

    public static BoundTagExpression Refused(ExpressionError error) => new() { Error = error.Sentence, ErrorSpan = error.Span };
}
