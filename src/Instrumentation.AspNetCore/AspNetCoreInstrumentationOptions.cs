using Instrumentation.AspNetCore.Health;
using Instrumentation.AspNetCore.Http;
using Instrumentation.AspNetCore.Process;
using Microsoft.Extensions.Logging;

namespace Instrumentation.AspNetCore;

/// <summary>
/// Options of <c>AddAspNetCore</c>. The section <c>Instrumentation</c> of the host's configuration sets them too (<c>Instrumentation:Prefix</c>, <c>Instrumentation:Http:Routes</c>), and code has the last word.
/// </summary>
public sealed class AspNetCoreInstrumentationOptions
{
    /// <summary>The section of the configuration: <c>Instrumentation</c>.</summary>
    public const string Section = "Instrumentation";

    /// <summary>Name of the header that carries the correlation id in and out; default <c>x-correlation-id</c>.</summary>
    public string CorrelationHeader { get; set; } = CorrelationHandler.DefaultHeader;

    /// <summary>
    /// What the names of HTTP and process metrics begin with, without the underscore that follows: <c>schema_registry</c> gives <c>schema_registry_http_requests_total</c>. Default: nothing.
    /// </summary>
    public string Prefix { get; set; } = string.Empty;

    /// <summary>
    /// The share of log lines, 0 to 1, that is written while a request to a path is answered; a path stands for all below it too, whole segments, case-insensitive, and the longest that fits
    /// counts. Default: 1 % for <c>/health</c>, <c>/ready</c> and <c>/metrics</c>, because machines poll them; all of every other path.
    /// </summary>
    /// <remarks>
    /// A request's lines are written together or not at all, evenly spread over the requests. Warnings and errors are always written, and so is the line of a request that was answered with 500 or more.
    /// </remarks>
    public IDictionary<string, double> LogSampling { get; } = new Dictionary<string, double>(StringComparer.OrdinalIgnoreCase)
    {
        ["/health"] = 0.01,
        ["/ready"] = 0.01,
        ["/metrics"] = 0.01,
    };

    /// <summary>
    /// The level of the line about a request that has read something and succeeded: <c>GET</c> or <c>HEAD</c>, answered below 400. Default: <see cref="LogLevel.Information"/>, as for any other request.
    /// A service that is read thousands of times a second takes <see cref="LogLevel.Debug"/>; its metrics count those requests all the same.
    /// </summary>
    public LogLevel ReadLogLevel { get; set; } = LogLevel.Information;

    /// <summary>Metrics of requests.</summary>
    public HttpMetricsOptions Http { get; } = new();

    /// <summary>Metrics of the process and its machine.</summary>
    public ProcessMetricsOptions Process { get; } = new();

    /// <summary>The health endpoints.</summary>
    public HealthEndpointOptions Health { get; } = new();

    /// <summary>
    /// A port of its own for <c>/metrics</c> and for what <c>/health</c> says beyond its status; <see langword="null"/>, the default, for none. The host listens on it in addition to its other addresses.
    /// On those, <c>/metrics</c> is then not found, and the health endpoints answer with the status alone.
    /// </summary>
    /// <remarks>The port that the connection came in on decides, not what the request says of itself. A host that lists its endpoints (<c>Kestrel:Endpoints</c>) lists this one too.</remarks>
    public int? ManagementPort { get; set; }

    /// <summary>
    /// Name of the authorization policy that a request for <c>/metrics</c>, and for what <c>/health</c> says beyond its status, must satisfy; <see langword="null"/>, the default, for none.
    /// The host adds the policy (<c>AddAuthorization</c>) and calls <c>UseAuthentication</c> and <c>UseAuthorization</c> after <c>UseInstrumentation</c>.
    /// </summary>
    public string? ManagementPolicy { get; set; }
}
