using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Numerics;

namespace Instrumentation.Testing;

/// <summary>What is recorded in a flow to meters that somebody made by hand: no attribute declares it.</summary>
internal sealed class MeterRecordings : IDisposable
{
    private readonly ConcurrentQueue<Recording> _recordings = new();
    private readonly MeterListener _listener = new();
    private readonly Func<bool> _isInFlow;

    public MeterRecordings(Func<bool> isInFlow)
    {
        _isInFlow = isInFlow;
        _listener.InstrumentPublished = static (instrument, listener) =>
        {
            if (!IsKnown(instrument.Meter.Name))
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        Take<byte>();
        Take<short>();
        Take<int>();
        Take<long>();
        Take<float>();
        Take<double>();
        Take<decimal>();
        _listener.Start();
    }

    public IReadOnlyList<Recording> All => [.. _recordings];

    public void Dispose() => _listener.Dispose();

    // Our own meter shows what is captured already; the platform's are no part of the program under test.
    private static bool IsKnown(string meter) =>
        meter == "Instrumentation" || meter.StartsWith("System.", StringComparison.Ordinal) || meter.StartsWith("Microsoft.", StringComparison.Ordinal);

    private void Take<T>()
        where T : struct, INumber<T> =>
        _listener.SetMeasurementEventCallback<T>((instrument, value, tags, _) =>
        {
            if (_isInFlow())
            {
                _recordings.Enqueue(new Recording(instrument.Name, [.. tags.ToArray().Select(static tag => KeyValuePair.Create(tag.Key, tag.Value?.ToString() ?? string.Empty))], double.CreateSaturating(value)));
            }
        });
}
