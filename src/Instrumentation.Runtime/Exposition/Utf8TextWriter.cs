using System.Buffers;
using System.Globalization;
using System.Text;

namespace Instrumentation.Exposition;

/// <summary>Writes text and numbers as UTF-8 straight into a buffer writer, without intermediate strings.</summary>
internal readonly struct Utf8TextWriter(IBufferWriter<byte> output)
{
    /// <summary>Enough for any number in its shortest round-trip form.</summary>
    private const int MaxNumberLength = 32;

    public void Write(ReadOnlySpan<byte> text) => output.Write(text);

    public void Write(string text) => Encoding.UTF8.GetBytes(text, output);

    public void Write(long value)
    {
        value.TryFormat(output.GetSpan(MaxNumberLength), out var written, provider: CultureInfo.InvariantCulture);
        output.Advance(written);
    }

    public void Write(double value)
    {
        if (double.IsPositiveInfinity(value))
        {
            Write("+Inf"u8);
        }
        else if (double.IsNegativeInfinity(value))
        {
            Write("-Inf"u8);
        }
        else
        {
            value.TryFormat(output.GetSpan(MaxNumberLength), out var written, "R", CultureInfo.InvariantCulture);
            output.Advance(written);
        }
    }
}
