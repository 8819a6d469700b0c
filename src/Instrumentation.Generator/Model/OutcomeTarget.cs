using Instrumentation.Generator.Collections;

namespace Instrumentation.Generator.Model;

/// <summary>What decides a call's outcome besides its exception.</summary>
/// <param name="Failures">Conditions under which a call that returned has failed.</param>
/// <param name="Rejections">Conditions under which it was rejected.</param>
/// <param name="RejectedBy">Types of the exceptions that mean a rejection.</param>
internal sealed record OutcomeTarget(EquatableArray<ExpressionModel> Failures, EquatableArray<ExpressionModel> Rejections, EquatableArray<string> RejectedBy)
{
    public static readonly OutcomeTarget ByException = new(default, default, default);

    /// <summary>Whether the method says when it is rejected.</summary>
    public bool Rejects => Rejections.Count + RejectedBy.Count > 0;

    /// <summary>Whether a call that returned may have another outcome than success.</summary>
    public bool HasConditions => Failures.Count + Rejections.Count > 0;
}
