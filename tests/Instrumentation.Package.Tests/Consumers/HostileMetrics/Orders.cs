using global::Instrumentation;

namespace Metrics
{
    [Instrumented]
    internal sealed class Orders : IOrders
    {
        [MetricCounter("orders_placed_total")]
        public async global::System.Threading.Tasks.Task<string> PlaceAsync([Tag(MaxValues = 5)] string channel)
        {
            await global::System.Threading.Tasks.Task.Yield();
            return channel;
        }
    }
}
