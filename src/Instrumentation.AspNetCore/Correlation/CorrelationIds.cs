using System.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace Instrumentation.AspNetCore.Correlation;

/// <summary>Takes or makes the correlation ids of requests.</summary>
internal sealed class CorrelationIds(IOptions<AspNetCoreInstrumentationOptions> options)
{
    /// <summary>The header that carries them, in and out.</summary>
    public string Header { get; } = options.Value.CorrelationHeader;

    /// <summary>
    /// The id that the caller sent, unless it is hostile. Where there is none: that of the request's trace, so that whoever has the one finds the other too; it is random, and it is there already.
    /// </summary>
    public string TakeOrMake(HttpRequest request)
    {
        // Several values would leave open which one the caller will look for.
        var values = request.Headers[Header];
        return values.Count == 1 && values[0] is { } value && CorrelationContext.IsWellFormed(value) ? value
            : Activity.Current is { IdFormat: ActivityIdFormat.W3C } activity ? activity.TraceId.ToHexString()
            : CorrelationContext.NewId();
    }
}
