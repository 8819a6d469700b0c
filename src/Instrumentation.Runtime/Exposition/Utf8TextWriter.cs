using System.Buffers;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace Instrumentation.Exposition;

/// <summary>Writes text and numbers as UTF-8 straight into a buffer writer, without intermediate strings. What was written is there after <see cref="Flush"/>.</summary>
internal ref struct Utf8TextWriter(IBufferWriter<byte> output)
{
    /// <summary>Enough for any number in its shortest round-trip form.</summary>
    private const int MaxNumberLength = 32;

    private const int PieceLength = 4096;

    private Span<byte> _free = output.GetSpan(PieceLength);
    private int _used;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Write(ReadOnlySpan<byte> text)
    {
        if (text.TryCopyTo(_free))
        {
            Take(text.Length);
        }
        else
        {
            WriteInPieces(text);
        }
    }

    public void Write(string text) => Write(Encoding.UTF8.GetBytes(text));

    /// <summary>Writes a text of ASCII letters and digits.</summary>
    public void WriteAscii(string text)
    {
        Reserve(text.Length);
        Take(Encoding.ASCII.GetBytes(text, _free));
    }

    public void Write(long value)
    {
        Reserve(MaxNumberLength);
        value.TryFormat(_free, out var written, provider: CultureInfo.InvariantCulture);
        Take(written);
    }

    public void Write(double value)
    {
        if (double.IsInfinity(value))
        {
            Write(value > 0 ? "+Inf"u8 : "-Inf"u8);
            return;
        }

        Reserve(MaxNumberLength);
        value.TryFormat(_free, out var written, "R", CultureInfo.InvariantCulture);
        Take(written);
    }

    /// <summary>Writes a time in seconds, to the millisecond.</summary>
    public void WriteSeconds(double seconds)
    {
        Reserve(MaxNumberLength);
        seconds.TryFormat(_free, out var written, "F3", CultureInfo.InvariantCulture);
        Take(written);
    }

    /// <summary>Hands what was written to the buffer writer.</summary>
    public void Flush()
    {
        output.Advance(_used);
        _used = 0;
        _free = default;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Take(int length)
    {
        _free = _free[length..];
        _used += length;
    }

    private void Reserve(int length)
    {
        if (_free.Length < length)
        {
            Flush();
            _free = output.GetSpan(Math.Max(length, PieceLength));
        }
    }

    private void WriteInPieces(ReadOnlySpan<byte> text)
    {
        while (!text.IsEmpty)
        {
            Reserve(1);
            var length = Math.Min(text.Length, _free.Length);
            text[..length].CopyTo(_free);
            Take(length);
            text = text[length..];
        }
    }
}
