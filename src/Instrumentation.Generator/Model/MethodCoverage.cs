using Instrumentation.Generator.Collections;

namespace Instrumentation.Generator.Model;

/// <summary>The calls of a method in one file.</summary>
/// <param name="Method">Documentation id of the method that is called.</param>
/// <param name="Intercepted">How many calls are replaced.</param>
/// <param name="Decorated">How many go through a decorator.</param>
/// <param name="NotMeasured">The others, by reason.</param>
internal sealed record MethodCoverage(string Method, int Intercepted, int Decorated, EquatableArray<UnmeasuredCalls> NotMeasured)
{
    /// <summary>The weave by which the method, or what implements it, records its calls itself; null for none.</summary>
    public string? Weave { get; init; }

    /// <summary>How many calls are recorded so.</summary>
    public int Woven { get; init; }

    /// <summary>To how many of those an interceptor hands tags over.</summary>
    public int HandedOver { get; init; }

    /// <summary>How many of those are recorded without the tags of their arguments.</summary>
    public int WithoutTags { get; init; }
}
