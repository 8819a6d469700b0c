using System.Collections.Concurrent;
using System.Diagnostics;

namespace Instrumentation.Tracing;

/// <summary>The span sources of the process: one per instrumented assembly.</summary>
public static class Spans
{
    private static readonly ConcurrentDictionary<string, ActivitySource> s_sources = new(StringComparer.Ordinal);

    /// <summary>The names of the sources that were asked for so far.</summary>
    public static IReadOnlyCollection<string> Names => [.. s_sources.Keys];

    /// <summary>The source of an assembly; the same object for the same name.</summary>
    /// <param name="assembly">The assembly's simple name, which is the source's name.</param>
    /// <param name="version">The assembly's version.</param>
    public static ActivitySource Source(string assembly, string version) =>
        s_sources.GetOrAdd(assembly, static (name, number) => new ActivitySource(name, number), version);
}
