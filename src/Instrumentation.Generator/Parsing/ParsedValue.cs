using Instrumentation.Generator.Model;

namespace Instrumentation.Generator.Parsing;

/// <summary>What an instrument records.</summary>
/// <param name="Model">The expression, a number.</param>
/// <param name="IsFractional">Whether it may have a fraction.</param>
internal sealed record ParsedValue(ExpressionModel Model, bool IsFractional);
