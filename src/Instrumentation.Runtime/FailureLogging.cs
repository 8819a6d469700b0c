using Microsoft.Extensions.Logging;

namespace Instrumentation;

/// <summary>Where failures are logged of methods that ask for it (<see cref="InstrumentedAttribute.LogFailures"/>).</summary>
/// <example>
/// <code>
/// FailureLogging.Use(provider.GetRequiredService&lt;ILoggerFactory&gt;());   // only without a host builder: AddInstrumentation does it there
/// </code>
/// </example>
public static class FailureLogging
{
    private static volatile ILoggerFactory? s_factory;

    internal static ILoggerFactory? Factory => s_factory;

    /// <summary>Sets the loggers of the process; of several hosts the last one has them.</summary>
    /// <param name="factory">Makes the loggers; <see langword="null"/> to log no more.</param>
    public static void Use(ILoggerFactory? factory) => s_factory = factory;
}
