using Microsoft.CodeAnalysis.Text;

namespace Instrumentation.Generator.Shared;

/// <summary>Why an expression is refused.</summary>
/// <param name="Span">Where, inside the expression's text.</param>
/// <param name="Sentence">What is wrong and what to do.</param>
internal sealed record ExpressionError(TextSpan Span, string Sentence);
