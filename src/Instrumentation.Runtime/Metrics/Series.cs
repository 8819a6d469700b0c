using System.Text;

namespace Instrumentation.Metrics;

/// <summary>One series: its labels, encoded once, and its cell.</summary>
internal sealed class Series(string labels, object cell)
{
    /// <summary>The labels without braces, in UTF-8; what is not valid UTF-16 becomes U+FFFD.</summary>
    public byte[] Labels { get; } = Encoding.UTF8.GetBytes(labels);

    public object Cell { get; } = cell;
}
