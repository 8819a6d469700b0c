namespace Instrumentation.Generator.Model;

/// <summary>An arm of the switch that finds a tag value's index.</summary>
/// <param name="Pattern">A constant pattern.</param>
/// <param name="Index">The index.</param>
internal sealed record TagArm(string Pattern, int Index);
