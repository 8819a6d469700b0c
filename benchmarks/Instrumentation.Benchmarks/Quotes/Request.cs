namespace Instrumentation.Benchmarks.Quotes;

/// <summary>The arguments of one call, which are also its three tags.</summary>
internal readonly record struct Request(Origin Origin, bool Cached, Format Format)
{
    /// <summary>Each combination once: benchmarks go round, so that tags are found anew for each call.</summary>
    public static Request[] All { get; } =
    [
        .. from origin in Enum.GetValues<Origin>()
           from cached in (bool[])[false, true]
           from format in Enum.GetValues<Format>()
           select new Request(origin, cached, format),
    ];
}
