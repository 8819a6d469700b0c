using System.Buffers;
using System.Text;

namespace Instrumentation.Tracing;

/// <summary>Reads the header <c>tracestate</c> as W3C Trace Context, section 3.3, has it.</summary>
internal static class TraceState
{
    private const int MaxMembers = 32;
    private const int MaxKey = 256;
    private const int MaxTenant = 241;
    private const int MaxSystem = 14;
    private const int MaxValue = 256;

    private static readonly SearchValues<char> s_keyCharacters = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789_-*/");

    /// <summary>
    /// The members without the white space around them; of several with one key the first, which is the newest. <see langword="null"/> where there are none or the
    /// header is invalid: then it is dropped as a whole, and the trace goes on without it.
    /// </summary>
    public static string? Normalize(string? header)
    {
        if (string.IsNullOrEmpty(header))
        {
            return null;
        }

        var text = new StringBuilder(header.Length);
        var keys = new HashSet<string>(StringComparer.Ordinal);
        var members = 0;
        foreach (var range in header.AsSpan().Split(','))
        {
            var member = header.AsSpan(range).Trim(" \t");
            if (member.IsEmpty)
            {
                continue;
            }

            var equals = member.IndexOf('=');
            if (++members > MaxMembers || equals < 0 || !IsKey(member[..equals]) || !IsValue(member[(equals + 1)..]))
            {
                return null;
            }

            if (keys.Add(member[..equals].ToString()))
            {
                text.Append(text.Length == 0 ? string.Empty : ",").Append(member);
            }
        }

        return text.Length == 0 ? null : text.ToString();
    }

    private static bool IsKey(ReadOnlySpan<char> key)
    {
        var at = key.IndexOf('@');
        return at < 0
            ? key.Length is > 0 and <= MaxKey && char.IsAsciiLetterLower(key[0]) && IsKeyText(key)
            : at is > 0 and <= MaxTenant && IsKeyText(key[..at]) && (char.IsAsciiLetterLower(key[0]) || char.IsAsciiDigit(key[0])) && IsSystem(key[(at + 1)..]);
    }

    private static bool IsSystem(ReadOnlySpan<char> system) => system.Length is > 0 and <= MaxSystem && char.IsAsciiLetterLower(system[0]) && IsKeyText(system);

    private static bool IsKeyText(ReadOnlySpan<char> text) => !text.ContainsAnyExcept(s_keyCharacters);

    private static bool IsValue(ReadOnlySpan<char> value) =>
        value.Length is > 0 and <= MaxValue && !value.ContainsAnyExceptInRange(' ', '~') && !value.Contains('=');
}
