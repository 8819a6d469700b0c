using System.Text;

namespace Instrumentation.Generator.Parsing;

/// <summary>Names of tags and metrics, as such and as parts of identifiers.</summary>
internal static class TagNames
{
    /// <summary>Whether Prometheus takes the name as a label: <c>[a-zA-Z_][a-zA-Z0-9_]*</c>, two leading underscores being its own.</summary>
    public static bool IsValid(string name) => IsMetric(name) && name.IndexOf(':') < 0 && !name.StartsWith("__", StringComparison.Ordinal);

    /// <summary>Whether Prometheus takes the name for a metric: <c>[a-zA-Z_:][a-zA-Z0-9_:]*</c>.</summary>
    public static bool IsMetric(string name) =>
        name.Length > 0 && !(name[0] is >= '0' and <= '9')
        && name.All(static c => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '_' or ':');

    /// <summary>Numbers identifiers that several names have become: <c>user_id</c> and <c>userId</c>.</summary>
    public static IEnumerable<T> Apart<T>(IEnumerable<T> items, Func<T, string> identifier, Func<T, string, T> rename)
    {
        var taken = new HashSet<string>(StringComparer.Ordinal);
        foreach (var item in items)
        {
            var name = identifier(item);
            for (var i = 2; !taken.Add(name); i++)
            {
                name = identifier(item) + i;
            }

            yield return rename(item, name);
        }
    }

    /// <summary><c>schema.format</c> and <c>schema_format</c> become <c>SchemaFormat</c>.</summary>
    public static string Pascal(string name)
    {
        var text = new StringBuilder();
        var start = true;
        foreach (var c in name)
        {
            if (!char.IsLetterOrDigit(c))
            {
                start = true;
                continue;
            }

            text.Append(start ? char.ToUpperInvariant(c) : c);
            start = false;
        }

        return text.Length == 0 || char.IsDigit(text[0]) ? "Tag" + text : text.ToString();
    }
}
