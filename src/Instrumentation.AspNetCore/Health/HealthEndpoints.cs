using System.Text;
using Instrumentation.AspNetCore.Management;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Instrumentation.AspNetCore.Health;

/// <summary>Answers the probes of orchestrators and the questions of people.</summary>
internal static class HealthEndpoints
{
    private static readonly string[] s_methods = [HttpMethods.Get, HttpMethods.Head];

    public static void Map(IEndpointRouteBuilder endpoints, string pattern)
    {
        var path = pattern.TrimEnd('/');
        endpoints.MapMethods(pattern, s_methods, static context => AnswerAsync(context, Probe.All, isJson: true));
        endpoints.MapMethods($"{path}/live", s_methods, static context => AnswerAsync(context, Probe.Live, isJson: false));
        endpoints.MapMethods($"{path}/ready", s_methods, static context => AnswerAsync(context, Probe.Ready, isJson: false));
        endpoints.MapMethods($"{path}/startup", s_methods, static context => AnswerAsync(context, Probe.Startup, isJson: false));
        if (path == "/health")
        {
            endpoints.MapMethods("/ready", s_methods, static context => AnswerAsync(context, Probe.Ready, isJson: true));
        }
    }

    private static async Task AnswerAsync(HttpContext context, Probe probe, bool isJson)
    {
        var health = await context.RequestServices.GetRequiredService<HealthReports>().ReadAsync(probe).ConfigureAwait(false);
        var isUp = health.IsUp && IsAtWork(probe, context.RequestServices.GetRequiredService<IHostApplicationLifetime>());
        var word = Word(probe, isUp);
        var response = context.Response;
        response.StatusCode = isUp ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable;
        response.Headers.CacheControl = "no-store";

        // Orchestrators look at the status alone and people at the word; programs ask for JSON.
        isJson |= WantsJson(context.Request);
        response.ContentType = isJson ? "application/json" : "text/plain; charset=utf-8";
        var inDetail = isJson && await ManagementGuard.AdmitsAsync(context).ConfigureAwait(false);
        var body = isJson ? HealthJson.Write(health, word, inDetail) : Encoding.UTF8.GetBytes(word!);
        response.ContentLength = body.Length;
        if (!HttpMethods.IsHead(context.Request.Method))
        {
            await response.BodyWriter.WriteAsync(body, context.RequestAborted).ConfigureAwait(false);
        }
    }

    // A host that was told to end is not ready, whatever its checks say or said a moment ago.
    private static bool IsAtWork(Probe probe, IHostApplicationLifetime lifetime) => probe switch
    {
        Probe.Startup => lifetime.ApplicationStarted.IsCancellationRequested,
        Probe.Ready => !lifetime.ApplicationStopping.IsCancellationRequested,
        _ => true,
    };

    private static bool WantsJson(HttpRequest request) =>
        request.GetTypedHeaders().Accept.Any(static range => range.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase) && range.Quality != 0);

    private static string? Word(Probe probe, bool isUp) => probe switch
    {
        Probe.Live => isUp ? "alive" : "not alive",
        Probe.Ready => isUp ? "ready" : "not ready",
        Probe.Startup => isUp ? "started" : "starting",
        _ => null,
    };
}
