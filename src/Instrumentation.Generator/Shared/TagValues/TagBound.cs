using System;
using System.Collections.Immutable;
using System.Linq;

namespace Instrumentation.Generator.Shared;

/// <summary>The value set of a tag.</summary>
/// <param name="Kind">How much is known.</param>
/// <param name="Values">The values of a closed set in order of declaration, <c>none</c> last; empty otherwise. Two may share a text.</param>
/// <param name="HasNone">Whether the value can be <see langword="null"/>, shown as <c>none</c>.</param>
/// <param name="MaxValues">How many values get series of their own in a bounded set; 0 otherwise.</param>
/// <param name="Reason">For an unbounded set: why, as half a sentence ("a Guid has 2^122 values"); <see langword="null"/> otherwise.</param>
internal sealed record TagBound(TagBoundKind Kind, ImmutableArray<TagBoundValue> Values, bool HasNone, int MaxValues, string? Reason)
{
    /// <summary>What a value outside of the set is recorded as.</summary>
    public const string Other = "other";

    /// <summary>What <see langword="null"/> is recorded as.</summary>
    public const string None = "none";

    /// <summary>What is recorded where only a caller has the value and hands nothing over.</summary>
    public const string Unknown = "unknown";

    /// <summary>The different texts of a closed set, in order.</summary>
    public ImmutableArray<string> Texts => [.. Values.Select(value => value.Text).Distinct(StringComparer.Ordinal)];

    public static TagBound Closed(ImmutableArray<TagBoundValue> values, bool hasNone) =>
        new(TagBoundKind.Closed, hasNone ? values.Add(new TagBoundValue(None, null)) : values, hasNone, 0, null);

    public static TagBound Bounded(int maxValues, bool hasNone) => new(TagBoundKind.Bounded, [], hasNone, maxValues, null);

    public static TagBound Unbounded(string reason) => new(TagBoundKind.Unbounded, [], HasNone: false, 0, reason);
}
