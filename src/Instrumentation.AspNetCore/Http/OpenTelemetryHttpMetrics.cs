using System.Diagnostics;
using System.Diagnostics.Metrics;
using Instrumentation.AspNetCore.Requests;

namespace Instrumentation.AspNetCore.Http;

/// <summary>What the framework does not record of OpenTelemetry's HTTP metrics: the sizes (https://opentelemetry.io/docs/specs/semconv/http/http-metrics).</summary>
internal sealed class OpenTelemetryHttpMetrics : HttpMetrics
{
    private static readonly InstrumentAdvice<long> s_advice = new() { HistogramBucketBoundaries = [100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000] };
    private static readonly Meter s_meter = new(MeterName, typeof(OpenTelemetryHttpMetrics).Assembly.GetName().Version?.ToString(3));
    private static readonly Histogram<long> s_request = s_meter.CreateHistogram("http.server.request.body.size", "By", "Size of request bodies.", tags: null, s_advice);
    private static readonly Histogram<long> s_response = s_meter.CreateHistogram("http.server.response.body.size", "By", "Size of response bodies as sent.", tags: null, s_advice);

    // Boxed once, because the values of tags are objects.
    private static readonly object[] s_statuses = [.. Enumerable.Range(0, 600).Select(static status => (object)status)];

    /// <summary>The meter's name.</summary>
    public const string MeterName = "Instrumentation.AspNetCore";

    public override bool CountsBodies => s_request.Enabled || s_response.Enabled;

    public override void Stop(ServedRequest request, StartedRequest started, string route, long ticks)
    {
        if (!request.CountsBodies)
        {
            return;
        }

        var context = request.Context;
        var status = context.Response.StatusCode;
        var tags = new TagList
        {
            { "http.request.method", RequestLabels.MethodName(context.Request.Method) },
            { "http.response.status_code", status is >= 0 and < 600 ? s_statuses[status] : status },
            { "url.scheme", context.Request.IsHttps ? "https" : "http" },
        };
        if (!ReferenceEquals(route, RouteTemplate.Unmatched))
        {
            tags.Add("http.route", route);
        }

        s_request.Record(request.RequestLength, tags);
        s_response.Record(request.ResponseLength, tags);
    }
}
