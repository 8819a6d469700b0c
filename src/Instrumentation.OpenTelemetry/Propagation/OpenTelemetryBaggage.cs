using OpenTelemetry;

namespace Instrumentation.OpenTelemetry.Propagation;

/// <summary>OpenTelemetry's baggage, which is beside the current span's.</summary>
internal sealed class OpenTelemetryBaggage : IBaggageStore
{
    /// <inheritdoc />
    public IReadOnlyCollection<KeyValuePair<string, string?>> Current
    {
        get => Baggage.Current is { Count: > 0 } baggage ? [.. baggage.GetBaggage().Select(static item => new KeyValuePair<string, string?>(item.Key, item.Value))] : [];
        set => Baggage.Current = value.Count == 0 ? default : default(Baggage).SetBaggage(value);
    }
}
