using System.Globalization;
using System.Text;
using System.Text.Json;

namespace SchemaRegistry.Api.Http;

/// <summary>A place in a text as editors show it: line and column from 1, columns in characters.</summary>
internal readonly record struct TextPosition(int Line, int Column)
{
    public static TextPosition Of(ReadOnlySpan<byte> utf8, int offset)
    {
        var before = utf8[..Math.Clamp(offset, 0, utf8.Length)];
        var lineStart = before.LastIndexOf((byte)'\n') + 1;
        return new TextPosition(before.Count((byte)'\n') + 1, Characters(before[lineStart..]) + 1);
    }

    public static TextPosition Of(ReadOnlySpan<byte> utf8, JsonException exception) => Of(utf8, OffsetOf(utf8, exception));

    /// <summary>Where the exception points to, in bytes from the start of the text.</summary>
    public static int OffsetOf(ReadOnlySpan<byte> utf8, JsonException exception) =>
        Offset(utf8, (int)(exception.LineNumber ?? 0), (int)(exception.BytePositionInLine ?? 0));

    /// <summary>The exception's message without the position that it appends, which counts from 0 and in bytes.</summary>
    public static string ReasonOf(JsonException exception)
    {
        var message = exception.Message;
        var tail = message.IndexOf(" LineNumber:", StringComparison.Ordinal);
        var reason = tail < 0 ? message : message[..tail];
        tail = reason.IndexOf(" Path:", StringComparison.Ordinal);
        return tail < 0 ? reason : reason[..tail];
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"line {Line}, column {Column}");

    private static int Offset(ReadOnlySpan<byte> utf8, int line, int byteInLine)
    {
        var start = 0;
        for (; line > 0; line--)
        {
            var end = utf8[start..].IndexOf((byte)'\n');
            if (end < 0)
            {
                break;
            }

            start += end + 1;
        }

        return start + byteInLine;
    }

    private static int Characters(ReadOnlySpan<byte> utf8)
    {
        var count = 0;
        foreach (var _ in Encoding.UTF8.GetString(utf8).EnumerateRunes())
        {
            count++;
        }

        return count;
    }
}
