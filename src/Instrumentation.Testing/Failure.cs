using System.Text;

namespace Instrumentation.Testing;

/// <summary>Words for what a test finds instead of what it expects.</summary>
internal static class Failure
{
    private const int MaxLines = 30;

    public static string Lines<T>(IReadOnlyCollection<T> items)
    {
        if (items.Count == 0)
        {
            return " nothing";
        }

        var text = new StringBuilder();
        foreach (var item in items.Take(MaxLines))
        {
            text.Append("\n  ").Append(item);
        }

        return items.Count > MaxLines ? text.Append("\n  and ").Append(items.Count - MaxLines).Append(" more").ToString() : text.ToString();
    }

    public static string Tags<T>((string Name, T Value)[] tags) =>
        tags.Length == 0 ? string.Empty : $"{{{string.Join(',', tags.Select(static tag => $"{tag.Name}=\"{tag.Value}\""))}}}";
}
