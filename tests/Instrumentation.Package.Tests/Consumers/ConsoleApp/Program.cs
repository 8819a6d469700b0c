using System.IO.Pipelines;
using Instrumentation.Exposition;
using Microsoft.Extensions.DependencyInjection;
using Shop;

new ServiceCollection().AddInstrumentation();
var orders = new Orders();
await orders.PlaceAsync(Channel.Web, items: 2);
await orders.PlaceAsync(Channel.PhoneCall, items: 1);
try
{
    await orders.PlaceAsync(Channel.Web, items: 0);
}
catch (ArgumentOutOfRangeException)
{
    Console.WriteLine("# refused");
}

var output = PipeWriter.Create(Console.OpenStandardOutput());
await PrometheusExposition.WriteAsync(output, CancellationToken.None);
await output.CompleteAsync();
