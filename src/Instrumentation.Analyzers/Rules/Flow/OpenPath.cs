using Microsoft.CodeAnalysis;

namespace Instrumentation.Analyzers.Rules.Flow;

/// <summary>A way out of a function on which something is left open.</summary>
/// <param name="IsException">Whether an exception leaves the function; otherwise it returns.</param>
/// <param name="Exit">The last operation on the way.</param>
internal sealed record OpenPath(bool IsException, SyntaxNode? Exit)
{
    /// <summary>The way in words, as the end of a sentence.</summary>
    public string Sentence => IsException ? $"when an exception leaves the method{In(Exit)}" : $"when the method returns{In(Exit)}";

    private static string In(SyntaxNode? place) => place is null ? string.Empty : $" in line {place.GetLocation().GetLineSpan().StartLinePosition.Line + 1}";
}
