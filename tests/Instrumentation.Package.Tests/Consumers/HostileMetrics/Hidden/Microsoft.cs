namespace Metrics.Microsoft
{
    /// <summary>Its namespace hides <c>Microsoft</c> from everything that is in <c>Metrics</c>.</summary>
    internal static class Marker
    {
    }
}
