namespace Instrumentation.Generator.Model;

/// <summary>A tag with one value.</summary>
/// <param name="Name">Name of the tag.</param>
/// <param name="Value">The value.</param>
internal sealed record ConstantTag(string Name, string Value);
