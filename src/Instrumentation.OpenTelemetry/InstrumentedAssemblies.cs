using Instrumentation.Tracing;

namespace Instrumentation.OpenTelemetry;

/// <summary>The names under which instrumented assemblies start spans and record metrics.</summary>
internal static class InstrumentedAssemblies
{
    /// <summary>The library itself, for the spans of envelopes and its own counters.</summary>
    public const string Library = "Instrumentation";

    /// <summary>All names: the executable's generated registrar has asked for the source of each assembly before <c>Main</c>.</summary>
    public static IReadOnlySet<string> Names() => new HashSet<string>(Spans.Names, StringComparer.Ordinal) { Library };
}
