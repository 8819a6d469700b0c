namespace Instrumentation;

/// <summary>Where a library keeps baggage beside the current <see cref="System.Diagnostics.Activity"/>; OpenTelemetry has a place of its own.</summary>
public interface IBaggageStore
{
    /// <summary>The baggage of the flow at hand; empty where there is none, never <see langword="null"/>.</summary>
    IReadOnlyCollection<KeyValuePair<string, string?>> Current { get; set; }
}
