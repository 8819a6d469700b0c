namespace Metrics.System
{
    /// <summary>Its namespace hides <c>System</c> from everything that is in <c>Metrics</c>.</summary>
    internal static class Marker
    {
    }
}
