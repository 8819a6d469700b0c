namespace Instrumentation.Generator.Shared;

/// <summary>One value of a closed set.</summary>
/// <param name="Text">How it appears in the series.</param>
/// <param name="Constant">
/// What the expression must equal: an enum member's underlying number, a <see cref="bool"/>, or a text (for declared values also of integers);
/// <see langword="null"/> for the value <c>none</c>.
/// </param>
/// <param name="Member">Name of the enum member; <see langword="null"/> for other types.</param>
internal sealed record TagBoundValue(string Text, object? Constant, string? Member = null);
