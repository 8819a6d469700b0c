using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Instrumentation.OpenTelemetry.Redaction;

namespace Instrumentation.AspNetCore.Logging;

/// <summary>Buffers for one log line, reused by the thread that writes it.</summary>
internal sealed class LineBuffer : IDisposable
{
    private const int MaxKeptBytes = 64 * 1024;

    // Control characters, line separators and quotes are escaped, so one line stays one line; letters of any script stay readable.
    private static readonly JsonWriterOptions s_options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    [ThreadStatic]
    private static LineBuffer? t_free;

    private LineBuffer() => Json = new Utf8JsonWriter(Bytes, s_options);

    public ArrayBufferWriter<byte> Bytes { get; } = new(1024);

    public Utf8JsonWriter Json { get; }

    public LogFields Fields { get; } = new();

    // Taken, not shared: a value whose ToString logs would otherwise write into the line that is being written.
    public static LineBuffer Rent()
    {
        var buffer = t_free ?? new LineBuffer();
        t_free = null;
        return buffer;
    }

    public void Dispose()
    {
        Fields.Clear();
        if (Bytes.Capacity > MaxKeptBytes)
        {
            Json.Dispose();
            return;
        }

        Bytes.ResetWrittenCount();
        Json.Reset(Bytes);
        t_free = this;
    }
}
