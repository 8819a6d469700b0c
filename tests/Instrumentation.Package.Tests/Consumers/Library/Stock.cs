using Instrumentation;

namespace Warehouse;

/// <summary>Called within the library only.</summary>
internal static class Stock
{
    [MetricCounter("stock_checks_total")]
    public static bool Check(int count) => count > 0;
}
