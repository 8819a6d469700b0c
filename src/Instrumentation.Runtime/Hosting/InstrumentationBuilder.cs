using Microsoft.Extensions.Hosting;

namespace Instrumentation.Hosting;

/// <summary>What <c>AddInstrumentation</c> returns; packages add their parts to it.</summary>
public sealed class InstrumentationBuilder
{
    internal InstrumentationBuilder(IHostApplicationBuilder host) => Host = host;

    /// <summary>The host that is being built.</summary>
    public IHostApplicationBuilder Host { get; }
}
