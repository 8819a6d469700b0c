using System.Globalization;
using OpenTelemetry.Trace;

namespace Instrumentation.OpenTelemetry.Sampling;

/// <summary>
/// Samples a share of traces by their randomness: the last 56 bits of the trace id. The SDK's own sampler looks at the first 64, where some vendors put the time.
/// </summary>
internal sealed class TraceRatioSampler : Sampler
{
    private const int RandomDigits = 14;
    private const long Randoms = 1L << 56;

    private readonly long _threshold;

    /// <summary>A sampler of a share between 0 and 1.</summary>
    public TraceRatioSampler(double rate)
    {
        if (!(rate is >= 0 and <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(rate), rate, "A sampling rate is between 0 and 1.");
        }

        _threshold = (long)Math.Round((1 - rate) * Randoms);
        Description = string.Create(CultureInfo.InvariantCulture, $"TraceRatioSampler{{{rate}}}");
    }

    /// <inheritdoc />
    public override SamplingResult ShouldSample(in SamplingParameters samplingParameters)
    {
        var randomness = Explicit(samplingParameters.ParentContext.TraceState)
            ?? long.Parse(samplingParameters.TraceId.ToHexString().AsSpan()[^RandomDigits..], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
        return new SamplingResult(randomness >= _threshold ? SamplingDecision.RecordAndSample : SamplingDecision.Drop);
    }

    // ot=…;rv:<14 digits>;… overrides the trace id, for ids that are not random.
    private static long? Explicit(ReadOnlySpan<char> state)
    {
        foreach (var member in state.Split(','))
        {
            var text = state[member].Trim();
            if (!text.StartsWith("ot=", StringComparison.Ordinal))
            {
                continue;
            }

            text = text[3..];
            foreach (var part in text.Split(';'))
            {
                if (text[part].StartsWith("rv:", StringComparison.Ordinal)
                    && text[part][3..] is { Length: RandomDigits } digits
                    && long.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var randomness))
                {
                    return randomness;
                }
            }
        }

        return null;
    }
}
