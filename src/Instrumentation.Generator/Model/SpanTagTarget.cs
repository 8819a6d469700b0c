namespace Instrumentation.Generator.Model;

/// <summary>A tag of the span alone.</summary>
/// <param name="Name">Name of the tag.</param>
/// <param name="Identifier">The name as part of an identifier.</param>
/// <param name="Constant">A constant value as a literal; null where there is a source.</param>
/// <param name="Source">Where the value comes from.</param>
internal sealed record SpanTagTarget(string Name, string Identifier, string? Constant, ExpressionModel? Source)
{
    /// <summary>Whether only a caller knows the value, and hands it over to a method that is recorded in place; otherwise the span goes without.</summary>
    public bool IsHandedOver { get; init; }
}
