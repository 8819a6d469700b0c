namespace Instrumentation.Analyzers.Rules.Hygiene;

/// <summary>Looks at names without taking them apart: nearly all of them are as they should be.</summary>
internal static class NameText
{
    /// <summary>Whether a capital follows a small letter: <c>queueSize</c>.</summary>
    public static bool HasHump(string name)
    {
        for (var i = 1; i < name.Length; i++)
        {
            if (name[i] is >= 'A' and <= 'Z' && name[i - 1] is >= 'a' and <= 'z')
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether the last of the words between separators is that one.</summary>
    public static bool EndsIn(string name, string word, string separators = "_") =>
        name.EndsWith(word, StringComparison.Ordinal) && (name.Length == word.Length || separators.IndexOf(name[name.Length - word.Length - 1]) >= 0);

    /// <summary>The first of the words after the first one that is among some; null where none is.</summary>
    public static string? Later(string name, IEnumerable<string> wanted)
    {
        for (var start = name.IndexOf('_') + 1; start > 0; start = name.IndexOf('_', start) + 1)
        {
            var end = name.IndexOf('_', start);
            var length = (end < 0 ? name.Length : end) - start;
            foreach (var word in wanted)
            {
                if (word.Length == length && string.CompareOrdinal(name, start, word, 0, length) == 0)
                {
                    return word;
                }
            }
        }

        return null;
    }
}
