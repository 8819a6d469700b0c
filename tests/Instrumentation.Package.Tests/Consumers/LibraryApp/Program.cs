using System.IO.Pipelines;
using Instrumentation.Exposition;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Picking;
using Warehouse;

var builder = Host.CreateApplicationBuilder(args);
builder.AddInstrumentation();
builder.Services.AddSingleton<IInventory, Inventory>();
using var host = builder.Build();

await host.Services.GetRequiredService<IInventory>().CountAsync("bolt");
Report.IsComplete();
Shift.Begin();

var output = PipeWriter.Create(Console.OpenStandardOutput());
await PrometheusExposition.WriteAsync(output, CancellationToken.None);
await output.CompleteAsync();
