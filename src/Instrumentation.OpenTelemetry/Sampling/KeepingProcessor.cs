using System.Diagnostics;
using OpenTelemetry;

namespace Instrumentation.OpenTelemetry.Sampling;

/// <summary>
/// Lets a span that failed or was slow be exported though its trace was not sampled, and with it the spans that are around it and still running: what follows in them
/// is sampled too. Nothing is held back, so a span that ended well before is gone.
/// </summary>
internal sealed class KeepingProcessor(bool errors, TimeSpan? slowerThan) : BaseProcessor<Activity>
{
    /// <summary>The tag that says why a span was kept.</summary>
    public const string Tag = "sampling.kept";

    /// <inheritdoc />
    public override void OnEnd(Activity data)
    {
        if (data.Recorded || Reason(data) is not { } reason)
        {
            return;
        }

        data.SetTag(Tag, reason);
        for (var span = data; span is not null; span = span.Parent)
        {
            span.ActivityTraceFlags |= ActivityTraceFlags.Recorded;
        }
    }

    private string? Reason(Activity span) =>
        errors && span.Status == ActivityStatusCode.Error ? "error"
        : slowerThan is { } threshold && span.Duration >= threshold ? "slow"
        : null;
}
