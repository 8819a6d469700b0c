namespace SchemaRegistry.LoadBenchmarks.Serving;

/// <summary>Kestrel and nothing else: it answers every request with the same bytes, from the first line of its pipeline.</summary>
internal static class BareServer
{
    public static async Task RunAsync(byte[] body)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        app.Run(context =>
        {
            context.Response.ContentType = "application/vnd.schemaregistry.v1+json";
            context.Response.ContentLength = body.Length;
            return context.Response.Body.WriteAsync(body, context.RequestAborted).AsTask();
        });
        await app.StartAsync();
        Console.WriteLine($"Now listening on: {app.Urls.Single()}");
        await app.WaitForShutdownAsync();
    }
}
