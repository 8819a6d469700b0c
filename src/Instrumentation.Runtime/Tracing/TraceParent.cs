namespace Instrumentation.Tracing;

/// <summary>Reads the header <c>traceparent</c> as W3C Trace Context, section 3.2, has it.</summary>
internal static class TraceParent
{
    private const int Length = 55;
    private const int KnownFlags = 0b11;

    /// <summary>
    /// The header as version 00 writes it, with the flags that this process knows: of a later version only the fields of version 00 are understood. <see langword="null"/> where it is invalid.
    /// </summary>
    public static string? Normalize(string? header)
    {
        var text = header.AsSpan().Trim(" \t");
        if (text.Length < Length || text[2] != '-' || text[35] != '-' || text[52] != '-')
        {
            return null;
        }

        var version = text[..2];
        var trace = text[3..35];
        var span = text[36..52];
        var flags = text[53..Length];
        if (!IsHex(version) || version is "ff" || !IsId(trace) || !IsId(span) || !IsHex(flags))
        {
            return null;
        }

        // Version 00 ends here; a later one may go on after another dash.
        if (text.Length > Length && (version is "00" || text[Length] != '-'))
        {
            return null;
        }

        return $"00-{trace}-{span}-0{Digit(flags[1]) & KnownFlags}";
    }

    private static bool IsId(ReadOnlySpan<char> id) => IsHex(id) && id.ContainsAnyExcept('0');

    private static bool IsHex(ReadOnlySpan<char> text) => !text.ContainsAnyExcept("0123456789abcdef");

    private static int Digit(char digit) => char.IsAsciiDigit(digit) ? digit - '0' : digit - 'a' + 10;
}
