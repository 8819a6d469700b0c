namespace Instrumentation.Benchmarks.Quotes;

/// <summary>A closed tag of four values.</summary>
internal enum Origin
{
    Web,
    Mobile,
    Partner,
    Batch,
}
