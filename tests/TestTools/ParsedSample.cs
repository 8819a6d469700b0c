namespace Instrumentation.TestTools;

/// <summary>One line of a metrics text, unescaped.</summary>
internal sealed record ParsedSample(string Name, IReadOnlyDictionary<string, string> Labels, double Value)
{
    /// <summary>The labels in the order of their names, without the bucket bound.</summary>
    public string Series => string.Join(",", Labels.Where(static label => label.Key != "le").OrderBy(static label => label.Key, StringComparer.Ordinal).Select(static label => $"{label.Key}={label.Value}"));
}
