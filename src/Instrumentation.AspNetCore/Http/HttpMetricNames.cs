namespace Instrumentation.AspNetCore.Http;

/// <summary>Whose names the metrics of requests have.</summary>
public enum HttpMetricNames
{
    /// <summary><c>&lt;prefix&gt;_http_requests_total{method,path,status}</c> and its family, by the names of <see cref="HttpMetricsOptions"/>.</summary>
    Prometheus,

    /// <summary>
    /// OpenTelemetry's: <c>http.server.request.duration</c> and <c>http.server.active_requests</c>, which the framework records, and beside them <c>http.server.request.body.size</c> and
    /// <c>http.server.response.body.size</c>. The prefix and the other names mean nothing then.
    /// </summary>
    OpenTelemetry,

    /// <summary>No metrics of requests but the framework's own.</summary>
    None,
}
