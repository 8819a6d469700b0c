namespace Instrumentation;

/// <summary>The time for which <see cref="CorrelationContext.Begin"/> has set the correlation id.</summary>
public readonly struct CorrelationScope : IDisposable
{
    private readonly string? _previous;

    internal CorrelationScope(string? previous) => _previous = previous;

    /// <summary>Gives the earlier id back; call it where <see cref="CorrelationContext.Begin"/> was called, not in a method called from there that is <c>async</c>.</summary>
    public void Dispose() => CorrelationContext.Restore(_previous);
}
