namespace Instrumentation.Generator.Parsing;

/// <summary>Keeps identifiers apart that are made from names: <c>a_b</c> and <c>aB</c> read the same.</summary>
internal static class UniqueIdentifiers
{
    public static IEnumerable<T> WithUniqueIdentifiers<T>(this IEnumerable<T> items, Func<T, string> identifier, Func<T, string, T> rename)
    {
        // Some are written with a small first letter, so case does not tell them apart.
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var item in items)
        {
            var name = identifier(item);
            for (var number = 2; !taken.Add(name); number++)
            {
                name = $"{identifier(item)}_{number}";
            }

            yield return rename(item, name);
        }
    }
}
