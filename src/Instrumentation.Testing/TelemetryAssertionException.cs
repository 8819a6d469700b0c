namespace Instrumentation.Testing;

/// <summary>What was recorded is not what a test expected; the message shows both.</summary>
public sealed class TelemetryAssertionException : Exception
{
    /// <summary>A failure without a message.</summary>
    public TelemetryAssertionException()
    {
    }

    /// <summary>A failure with a message.</summary>
    public TelemetryAssertionException(string message)
        : base(message)
    {
    }

    /// <summary>A failure with a message and a cause.</summary>
    public TelemetryAssertionException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
