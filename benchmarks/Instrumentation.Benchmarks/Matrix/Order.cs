using Instrumentation.Benchmarks.Quotes;

namespace Instrumentation.Benchmarks.Matrix;

/// <summary>The arguments of one call, which are also its tags, as many as a method takes.</summary>
internal readonly record struct Order(Origin Origin, bool Cached, Format Format, bool Retried, bool Signed, bool Large, bool Urgent, bool Draft)
{
    /// <summary>Benchmarks go round, so that tags are found anew for each call: every combination of the first four, and the others along with them.</summary>
    public static Order[] All { get; } =
    [
        .. from origin in Enum.GetValues<Origin>()
           from cached in (bool[])[false, true]
           from format in Enum.GetValues<Format>()
           from retried in (bool[])[false, true]
           select new Order(origin, cached, format, retried, !cached, cached ^ retried, !retried, origin > Origin.Mobile),
    ];
}
