namespace Metrics.Instrumentation
{
    /// <summary>Its namespace hides <c>Instrumentation</c> from everything that is in <c>Metrics</c>.</summary>
    internal static class Marker
    {
    }
}
