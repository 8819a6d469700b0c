using Instrumentation.Generator.Collections;

namespace Instrumentation.Generator.Model;

/// <summary>An instrument of a method.</summary>
/// <param name="Kind">What it records.</param>
/// <param name="Name">Name of the metric.</param>
/// <param name="Identifier">The name as part of an identifier.</param>
/// <param name="Description">Help text.</param>
/// <param name="Buckets">Bucket bounds as literals; empty for the default ones.</param>
/// <param name="When">The outcomes that are recorded, as the bits of <c>Outcomes</c>.</param>
/// <param name="Value">What is added or recorded; null for 1 or the duration.</param>
/// <param name="OutcomeTag">The outcome tag; null for none.</param>
/// <param name="Constants">Tags that are the instrument's own constants, before the declared ones.</param>
/// <param name="Tags">Indexes into the method's tags.</param>
internal sealed record InstrumentTarget(
    InstrumentKind Kind,
    string Name,
    string Identifier,
    string Description,
    EquatableArray<string> Buckets,
    int When,
    ExpressionModel? Value,
    OutcomeTagTarget? OutcomeTag,
    EquatableArray<ConstantTag> Constants,
    EquatableArray<int> Tags)
{
    /// <summary>Whether it records how long calls take.</summary>
    public bool IsOfDuration => Kind is InstrumentKind.DurationHistogram or InstrumentKind.DurationSummary;

    /// <summary>The field of an instrument that several methods of a type have; null where it is the method's own.</summary>
    public string? SharedField { get; init; }

    /// <summary>Unit of the values; null where none is declared or the kind says it.</summary>
    public string? Unit { get; init; }

    /// <summary>Whether the value may have a fraction.</summary>
    public bool IsFractional { get; init; }
}
