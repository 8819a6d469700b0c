using Microsoft.CodeAnalysis;

namespace Instrumentation.Analyzers;

/// <summary>The texts of INS4xxx: hygiene of instruments.</summary>
internal static partial class RuleDescriptors
{
    public static readonly DiagnosticDescriptor InstrumentIsNeverUsed = new(
        RuleIds.InstrumentIsNeverUsed,
        "Instrument that no code records",
        "'{0}' is never recorded: {1}; record it, or remove it",
        Categories.Hygiene,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        "The metric is made, but its series stay at zero or missing for ever: dashboards and alerts over it are silent in every incident. Nobody outside of this compilation can record it.",
        HelpLink(RuleIds.InstrumentIsNeverUsed),
        WellKnownDiagnosticTags.CompilationEnd);

    public static readonly DiagnosticDescriptor GaugeOnlyRises = new(
        RuleIds.GaugeOnlyRises,
        "Gauge that only goes up",
        "'{0}' only goes up: {1}; bring it down where the work ends, or make it a counter",
        Categories.Hygiene,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        "A gauge says how much there is now. One that is raised and never lowered says how much there ever was, and every alert on it fires after enough uptime.",
        HelpLink(RuleIds.GaugeOnlyRises),
        WellKnownDiagnosticTags.CompilationEnd);

    public static readonly DiagnosticDescriptor GaugeStaysUp = new(
        RuleIds.GaugeStaysUp,
        "Gauge that stays up",
        "'{0}' stays up: {1}; bring it down in a finally block",
        Categories.Hygiene,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "The method raises the gauge and lowers it again, but not on every way out. What leaves by an early return or an exception is counted as running for ever.",
        HelpLink(RuleIds.GaugeStaysUp));

    public static readonly DiagnosticDescriptor CounterGoesDown = new(
        RuleIds.CounterGoesDown,
        "Counter that is lowered",
        "'{0}' is added to the counter '{1}', which only rises; use an up-down counter, or add nothing",
        Categories.Hygiene,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        "A counter only rises: a negative amount is dropped, thrown at, or read as a restart of the process, which every rate over the counter then multiplies.",
        HelpLink(RuleIds.CounterGoesDown));

    public static readonly DiagnosticDescriptor SpanIsNotEnded = new(
        RuleIds.SpanIsNotEnded,
        "Span that is not ended",
        "The span started here is not ended: {0}; declare it with 'using'",
        Categories.Hygiene,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "A span that is not ended is never exported, and stays the current one: what runs after it becomes its child.",
        HelpLink(RuleIds.SpanIsNotEnded));

    public static readonly DiagnosticDescriptor ExceptionIsSwallowed = new(
        RuleIds.ExceptionIsSwallowed,
        "Exception that the span never learns of",
        "An exception ends here, inside the span '{0}', which will say that all went well; set its status or add the exception to it",
        Categories.Hygiene,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "The handler keeps the exception from the caller and from the span. The trace shows a success where there was a failure.",
        HelpLink(RuleIds.ExceptionIsSwallowed));

    public static readonly DiagnosticDescriptor NameIsUnconventional = new(
        RuleIds.NameIsUnconventional,
        "Name against the conventions",
        "The name '{0}' is against the conventions: {1}",
        Categories.Hygiene,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "Names by promlint's and OpenTelemetry's rules are found where people look for them, keep their meaning in queries, and survive an exporter unchanged. Fixed names go into metric-name-exceptions.md with a reason.",
        HelpLink(RuleIds.NameIsUnconventional));

    public static readonly DiagnosticDescriptor UnitIsUnconventional = new(
        RuleIds.UnitIsUnconventional,
        "Unit against the conventions",
        "The unit of '{0}' is against the conventions: {1}",
        Categories.Hygiene,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "Base units, written as the other end writes them and said in the name, are what lets two metrics be divided without a look at their code.",
        HelpLink(RuleIds.UnitIsUnconventional));

    public static readonly DiagnosticDescriptor BoundariesAreMalformed = new(
        RuleIds.BoundariesAreMalformed,
        "Boundaries out of order",
        "These are no boundaries: {0}",
        Categories.Hygiene,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        "The boundaries of a histogram ascend. Others are refused when the program starts, or counted into the wrong bucket.",
        HelpLink(RuleIds.BoundariesAreMalformed));

    public static readonly DiagnosticDescriptor InstrumentsDisagree = new(
        RuleIds.InstrumentsDisagree,
        "Instrument that is made in two ways",
        "'{0}' is {1} here, but {2}",
        Categories.Hygiene,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "What one name stands for is one family of series. Two kinds, units, sets of boundaries or tags under one name are added up by every query, or dropped by the exporter.",
        HelpLink(RuleIds.InstrumentsDisagree),
        WellKnownDiagnosticTags.CompilationEnd);

    public static readonly DiagnosticDescriptor HistogramHasNoBuckets = new(
        RuleIds.HistogramHasNoBuckets,
        "Histogram without buckets",
        "Histograms are exported without buckets: {0}",
        Categories.Hygiene,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        "Without '_bucket' there is no quantile, no heat map and no latency objective: every query for them returns nothing, and nothing says why.",
        HelpLink(RuleIds.HistogramHasNoBuckets),
        WellKnownDiagnosticTags.CompilationEnd);

    public static readonly DiagnosticDescriptor EnumHasTwoEncodings = new(
        RuleIds.EnumHasTwoEncodings,
        "Enum with two encodings",
        "'{0}' is {1} here, but {2} in {3}; write one method that encodes the enum, and use it everywhere",
        Categories.Hygiene,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        "Dashboards and alerts compare with one of the two. The other fires them in the wrong state, or never.",
        HelpLink(RuleIds.EnumHasTwoEncodings),
        WellKnownDiagnosticTags.CompilationEnd);

    public static readonly DiagnosticDescriptor SourceIsNotExported = new(
        RuleIds.SourceIsNotExported,
        "Source that nothing exports",
        "The {0} '{1}' is exported by no registration of this program; add it with {2}",
        Categories.Hygiene,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "What is recorded through it goes nowhere: the program registers other names, and this is none of them.",
        HelpLink(RuleIds.SourceIsNotExported),
        WellKnownDiagnosticTags.CompilationEnd);

    public static readonly DiagnosticDescriptor ObjectiveHasNoBoundary = new(
        RuleIds.ObjectiveHasNoBoundary,
        "Objective that no bucket can tell",
        "This objective cannot be told: {0}",
        Categories.Hygiene,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "What is at or below a threshold is counted exactly only where a bucket ends there. Between two bounds the share is a guess, and the error budget with it.",
        HelpLink(RuleIds.ObjectiveHasNoBoundary));
}
