using System.Globalization;

namespace Instrumentation.HttpBenchmarks.Serving;

/// <summary>The server of a variant, on a free port that it writes to its standard error.</summary>
internal static class Server
{
    public static async Task RunAsync(Variant variant)
    {
        var builder = WebApplication.CreateBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var isLogging = variant is Variant.PlainLogging or Variant.OursLogging;
        var isOurs = variant is Variant.Ours or Variant.OursLogging;
        builder.Logging.ClearProviders();
        if (isOurs)
        {
            builder.Configuration["LOG_LEVEL"] = isLogging ? "info" : "warn";
            builder.AddInstrumentation().AddAspNetCore(static options => options.Prefix = "benchmark");
        }
        else
        {
            builder.Logging.AddJsonConsole();
            builder.Logging.SetMinimumLevel(LogLevel.Warning);
            builder.Logging.AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", isLogging ? LogLevel.Information : LogLevel.Warning);
        }

        var app = builder.Build();
        if (isOurs)
        {
            app.UseInstrumentation();
            app.MapInstrumentation();
        }

        app.MapGet("/", static () => { });
        app.MapGet("/allocated", static () => GC.GetTotalAllocatedBytes(precise: true).ToString(CultureInfo.InvariantCulture));
        await app.StartAsync();
        await Console.Error.WriteLineAsync(app.Urls.Single());
        await app.WaitForShutdownAsync();
    }
}
