namespace Instrumentation.AspNetCore.Http;

/// <summary>Names and labels of the metrics of requests: rate, errors and duration (RED), sizes, and requests in flight.</summary>
/// <remarks>
/// The path is the route's template, never the path itself, and <c>(unmatched)</c> where no route fits; methods that HTTP does not know are <c>_OTHER</c>, statuses that are not registered <c>other</c>. So nobody
/// outside can make series.
/// </remarks>
/// <example>
/// <code>
/// // akidb_http_requests_total{method,path,status_code}
/// builder.AddInstrumentation().AddAspNetCore(o =&gt; { o.Prefix = "akidb"; o.Http.StatusLabel = "status_code"; });
///
/// // arrwdb_http_requests_total{method,handler,status="2xx"}, arrwdb_requests_inprogress, sizes as summaries
/// builder.AddInstrumentation().AddAspNetCore(o =&gt;
/// {
///     o.Prefix = "arrwdb";
///     o.Http.PathLabel = "handler";
///     o.Http.StatusClasses = true;
///     o.Http.StatusOnAll = true;
///     o.Http.SizesAsSummaries = true;
///     o.Http.InFlight = "requests_inprogress";
/// });
/// </code>
/// </example>
public sealed class HttpMetricsOptions
{
    /// <summary>Whose names the metrics have; default <see cref="HttpMetricNames.Prometheus"/>.</summary>
    public HttpMetricNames Names { get; set; }

    /// <summary>Name of the counter of finished requests after the prefix; empty leaves it out. Default <c>http_requests_total</c>.</summary>
    public string Requests { get; set; } = "http_requests_total";

    /// <summary>Name of the histogram of durations, in seconds; empty leaves it out. Default <c>http_request_duration_seconds</c>.</summary>
    public string Duration { get; set; } = "http_request_duration_seconds";

    /// <summary>Name of the gauge of requests under way; empty leaves it out. Default <c>http_requests_in_flight</c>.</summary>
    public string InFlight { get; set; } = "http_requests_in_flight";

    /// <summary>
    /// Name of the histogram of request bodies, in bytes: what the client announced (<c>Content-Length</c>), or what was read of a body without that; 0 where there is none. Empty leaves it out.
    /// Default <c>http_request_size_bytes</c>.
    /// </summary>
    public string RequestSize { get; set; } = "http_request_size_bytes";

    /// <summary>Name of the histogram of response bodies, in bytes as sent, after compression; empty leaves it out. Default <c>http_response_size_bytes</c>.</summary>
    public string ResponseSize { get; set; } = "http_response_size_bytes";

    /// <summary>Name of the label with the method; default <c>method</c>.</summary>
    public string MethodLabel { get; set; } = "method";

    /// <summary>Name of the label with the route's template; default <c>path</c>.</summary>
    public string PathLabel { get; set; } = "path";

    /// <summary>Name of the label with the status; default <c>status</c>.</summary>
    public string StatusLabel { get; set; } = "status";

    /// <summary>Whether statuses are shown by their class (<c>2xx</c>) and not by their number. Default <see langword="false"/>.</summary>
    public bool StatusClasses { get; set; }

    /// <summary>Whether durations and sizes have the status label too; default <see langword="false"/>, only the counter has it.</summary>
    public bool StatusOnAll { get; set; }

    /// <summary>Whether sizes are summaries (sum and count) and not histograms. Default <see langword="false"/>.</summary>
    public bool SizesAsSummaries { get; set; }

    /// <summary>Upper bounds of the buckets of durations, in seconds, ascending; default .001 to 10. Set in code: a configuration can only add to a list.</summary>
    public double[] DurationBuckets { get; set; } = [.001, .005, .01, .025, .05, .1, .25, .5, 1, 2.5, 5, 10];

    /// <summary>Upper bounds of the buckets of sizes, in bytes, ascending; default 100 to 10,000,000 by powers of ten. Set in code.</summary>
    public double[] SizeBuckets { get; set; } = [100, 1e3, 1e4, 1e5, 1e6, 1e7];

    /// <summary>Routes that have series of their own, 1 to 10,000; later ones are <c>other</c> and counted in <c>instrumentation_overflow_total</c>. Default 200.</summary>
    public int MaxRoutes { get; set; } = 200;
}
