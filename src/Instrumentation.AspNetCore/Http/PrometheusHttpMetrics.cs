using Instrumentation.AspNetCore.Requests;
using Instrumentation.Metrics;

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

    public override StartedRequest Start(string method, string route)
    {
        var series = _labels.SeriesOf(method, route);
        _inFlight?.Add(series, 1);
        return new StartedRequest(series, method, route);
    }

    public override void Stop(ServedRequest request, StartedRequest started, string route, long ticks)
    {
        // What was counted up is counted down, whatever route the request was led to meanwhile.
        _inFlight?.Add(started.Series, -1);
        var method = request.Context.Request.Method;
        var series = started.Is(method, route) ? started.Series : _labels.SeriesOf(method, route);
        var withStatus = _labels.SeriesOf(series, request.Context.Response.StatusCode);
        if (_statusOnAll)
        {
            series = withStatus;
        }

        _requests?.Add(withStatus, 1);
        _duration?.Record(series, ticks);
        if (request.CountsBodies)
        {
            _requestSize?.Record(series, request.RequestLength);
            _responseSize?.Record(series, request.ResponseLength);
        }
    }

    private static ValueHistogram? Size(AspNetCoreInstrumentationOptions options, string name, string description, TagDimension[] tags) =>
        Name(options, name) is not { } full ? null
        : options.Http.SizesAsSummaries ? MetricRegistry.Summary(full, description, "bytes", tags)
        : MetricRegistry.Histogram(full, description, "bytes", options.Http.SizeBuckets, tags);

    private static string? Name(AspNetCoreInstrumentationOptions options, string name) => MetricNames.Of(options.Prefix, name);
}
