using Instrumentation.Metrics;
using Microsoft.AspNetCore.Http;

namespace Instrumentation.AspNetCore.Http;

/// <summary>Requests under the names that the options give; a recorded request allocates nothing.</summary>
internal sealed class PrometheusHttpMetrics : HttpMetrics
{
    private readonly RequestLabels _labels;
    private readonly bool _statusOnAll;
    private readonly Counter? _requests;
    private readonly DurationHistogram? _duration;
    private readonly UpDownCounter? _inFlight;
    private readonly ValueHistogram? _requestSize;
    private readonly ValueHistogram? _responseSize;

    public PrometheusHttpMetrics(AspNetCoreInstrumentationOptions options)
    {
        var http = options.Http;
        _labels = new RequestLabels(http);
        _statusOnAll = http.StatusOnAll;
        TagDimension[] both = [_labels.Method, _labels.Route];
        TagDimension[] all = [.. both, _labels.Status];
        var tags = http.StatusOnAll ? all : both;
        _requests = Name(options, http.Requests) is { } requests ? MetricRegistry.Counter(requests, "Finished HTTP requests.", all) : null;
        _duration = Name(options, http.Duration) is { } duration ? MetricRegistry.Duration(duration, "Time from a request's arrival to the end of its handling.", http.DurationBuckets, tags) : null;
        _inFlight = Name(options, http.InFlight) is { } inFlight ? MetricRegistry.UpDownCounter(inFlight, "HTTP requests under way.", both) : null;
        _requestSize = Size(options, http.RequestSize, "Size of request bodies.", tags);
        _responseSize = Size(options, http.ResponseSize, "Size of response bodies as sent.", tags);
    }

    public override bool CountsBodies => _requestSize is not null || _responseSize is not null;

    public override long Start(HttpContext context)
    {
        var series = _labels.SeriesOf(context);
        _inFlight?.Add(series, 1);
        return series;
    }

    public override void Stop(HttpContext context, long started, long ticks, CountedBodies? bodies)
    {
        // What was counted up is counted down, whatever route the request was led to meanwhile.
        _inFlight?.Add(started, -1);
        var series = _labels.SeriesOf(context);
        var withStatus = _labels.SeriesOf(series, context.Response.StatusCode);
        if (_statusOnAll)
        {
            series = withStatus;
        }

        _requests?.Add(withStatus, 1);
        _duration?.Record(series, ticks);
        if (bodies is not null)
        {
            _requestSize?.Record(series, bodies.RequestLength);
            _responseSize?.Record(series, bodies.ResponseLength);
        }
    }

    private static ValueHistogram? Size(AspNetCoreInstrumentationOptions options, string name, string description, TagDimension[] tags) =>
        Name(options, name) is not { } full ? null
        : options.Http.SizesAsSummaries ? MetricRegistry.Summary(full, description, "bytes", tags)
        : MetricRegistry.Histogram(full, description, "bytes", options.Http.SizeBuckets, tags);

    private static string? Name(AspNetCoreInstrumentationOptions options, string name) => MetricNames.Of(options.Prefix, name);
}
