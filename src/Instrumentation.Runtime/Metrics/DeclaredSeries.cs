namespace Instrumentation.Metrics;

/// <summary>Which series a declaration of a metric can make, as a text: two with the same text make the same ones.</summary>
internal static class DeclaredSeries
{
    // In no name, and hardly in a value; who has it there is only counted once more or less.
    private const char EndOfTag = '\u001e';
    private const char EndOfValue = '\u001f';

    /// <summary>The text; null where values are not known before they are recorded.</summary>
    public static string? Text(TagDimension[] tags) => tags.All(static tag => tag.IsClosed)
        ? string.Concat(tags.OrderBy(static tag => tag.Name, StringComparer.Ordinal).Select(static tag => tag.Name + EndOfValue + string.Join(EndOfValue, Values(tag)) + EndOfTag))
        : null;

    private static IEnumerable<string> Values(TagDimension tag) => Enumerable.Range(0, tag.Count).Select(tag.ValueAt).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
}
