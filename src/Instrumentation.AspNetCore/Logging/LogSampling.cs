using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace Instrumentation.AspNetCore.Logging;

/// <summary>Decides whose requests are written about.</summary>
internal sealed class LogSampling(IOptions<AspNetCoreInstrumentationOptions> options)
{
    // The longest first, so that the first that fits is the nearest.
    private readonly (PathString Path, EvenSampler Sampler)[] _paths =
    [
        .. options.Value.LogSampling.OrderByDescending(static item => item.Key.Length).Select(static item => (new PathString(item.Key), new EvenSampler(item.Value))),
    ];

    /// <summary>Whether the lines of a request are to be written; each request is asked about once.</summary>
    public bool Keeps(PathString path)
    {
        foreach (var (sampled, sampler) in _paths)
        {
            if (path.StartsWithSegments(sampled, StringComparison.OrdinalIgnoreCase))
            {
                return sampler.Next();
            }
        }

        return true;
    }
}
