using global::Instrumentation.Exposition;
using global::Microsoft.Extensions.DependencyInjection;
using global::System.IO.Pipelines;

namespace Instrumentation
{
    internal static class Entry
    {
        private static async global::System.Threading.Tasks.Task Main()
        {
            using var services = new ServiceCollection().AddSingleton<IOrders, Orders>().AddInstrumentation().BuildServiceProvider();
            await services.GetRequiredService<IOrders>().PlaceAsync("web");
            await new Orders().PlaceAsync("web");

            var output = PipeWriter.Create(global::System.Console.OpenStandardOutput());
            await PrometheusExposition.WriteAsync(output, default);
            await output.CompleteAsync();
        }
    }
}
