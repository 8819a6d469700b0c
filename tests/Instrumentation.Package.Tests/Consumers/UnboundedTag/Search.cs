using Instrumentation;

namespace Catalogue;

public sealed class Search
{
    [MetricCounter("searches_total")]
    public int Find([Tag] string text) => text.Length;
}
