using Instrumentation.Benchmarks.Quotes;

namespace Instrumentation.Benchmarks.Matrix;

/// <summary>What a decorator stands in front of.</summary>
internal interface IServedCalls
{
    int Call0();

    Task<int> Call0Async();

    int Call1(Origin origin);

    Task<int> Call1Async(Origin origin);

    int Call3(Origin origin, bool cached, Format format);

    Task<int> Call3Async(Origin origin, bool cached, Format format);

    int Call4(Origin origin, bool cached, Format format, bool retried);

    Task<int> Call4Async(Origin origin, bool cached, Format format, bool retried);

    int Call8(Origin origin, bool cached, Format format, bool retried, bool signed, bool large, bool urgent, bool draft);

    Task<int> Call8Async(Origin origin, bool cached, Format format, bool retried, bool signed, bool large, bool urgent, bool draft);
}
