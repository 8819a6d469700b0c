using Instrumentation;

namespace Shop;

internal sealed class Orders
{
    [Instrumented]
    [MetricCounter("orders_placed_total", When = Outcomes.Success)]
    public async Task<int> PlaceAsync([Tag] Channel channel, int items)
    {
        await Task.Yield();
        return items > 0 ? items : throw new ArgumentOutOfRangeException(nameof(items));
    }
}
