using System.Diagnostics;
using Instrumentation.Benchmarks.Quotes;

namespace Instrumentation.Benchmarks.Matrix;

/// <summary>Spans by hand: the tags are set only where they are wanted.</summary>
internal static class HandSpans
{
    private static readonly ActivitySource s_source = new(HandInstruments.MeterName);

    public static Activity? Start() => s_source.StartActivity("call");

    public static Activity? Start(Origin origin)
    {
        var span = s_source.StartActivity("call");
        if (span is { IsAllDataRequested: true })
        {
            span.SetTag("origin", TagText.Of(origin));
        }

        return span;
    }

    public static Activity? Start(Origin origin, bool cached, Format format)
    {
        var span = Start(origin);
        if (span is { IsAllDataRequested: true })
        {
            span.SetTag("cached", TagText.Of(cached)).SetTag("format", TagText.Of(format));
        }

        return span;
    }

    public static Activity? Start(Origin origin, bool cached, Format format, bool retried)
    {
        var span = Start(origin, cached, format);
        if (span is { IsAllDataRequested: true })
        {
            span.SetTag("retried", TagText.Of(retried));
        }

        return span;
    }

    public static Activity? Start(Origin origin, bool cached, Format format, bool retried, bool signed, bool large, bool urgent, bool draft)
    {
        var span = Start(origin, cached, format, retried);
        if (span is { IsAllDataRequested: true })
        {
            span.SetTag("signed", TagText.Of(signed)).SetTag("large", TagText.Of(large)).SetTag("urgent", TagText.Of(urgent)).SetTag("draft", TagText.Of(draft));
        }

        return span;
    }
}
