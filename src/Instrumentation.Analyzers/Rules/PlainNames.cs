namespace Instrumentation.Analyzers.Rules;

/// <summary>Names as they are meant, whatever the case and the separators: <c>correlationId</c>, <c>Correlation_ID</c>, <c>correlation-id</c>. Compared without a copy, for every name is asked for.</summary>
internal static class PlainNames
{
    /// <summary>Whether a name is one that is written in small letters and without separators.</summary>
    public static bool Is(string name, string plain)
    {
        var matched = 0;
        foreach (var letter in name)
        {
            if (letter is '_' or '-' or '.')
            {
                continue;
            }

            if (matched == plain.Length || char.ToLowerInvariant(letter) != plain[matched])
            {
                return false;
            }

            matched++;
        }

        return matched == plain.Length;
    }
}
