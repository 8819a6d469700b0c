using System.Collections.Concurrent;
using System.ComponentModel;

namespace Instrumentation.Weaving;

/// <summary>Which values of log messages carry a data classification, as the compiler saw it on the parameters of logging methods. Called by generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ClassifiedLogFields
{
    private static readonly ConcurrentDictionary<string, string[]> s_fields = new(StringComparer.Ordinal);
    private static volatile bool s_any;

    /// <summary>Notes the classified parameters of a logging method.</summary>
    /// <param name="template">The message as it was written, with its placeholders: what names a message at run time.</param>
    /// <param name="fields">The names of the placeholders that they fill.</param>
    public static void Add(string template, params string[] fields)
    {
        s_fields.AddOrUpdate(template, static (_, added) => added, static (_, known, added) => [.. known.Union(added, StringComparer.OrdinalIgnoreCase)], fields);
        s_any = true;
    }

    /// <summary>Whether a value of a message is classified.</summary>
    /// <param name="template">The message.</param>
    /// <param name="field">Name of the placeholder.</param>
    public static bool Contains(string? template, string field) =>
        s_any && template is not null && s_fields.TryGetValue(template, out var fields) && fields.Contains(field, StringComparer.OrdinalIgnoreCase);
}
