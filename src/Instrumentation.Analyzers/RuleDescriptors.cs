using Microsoft.CodeAnalysis;

namespace Instrumentation.Analyzers;

/// <summary>The texts of the rules. Titles are noun phrases; messages say what is wrong and what to do.</summary>
internal static partial class RuleDescriptors
{
    public static readonly DiagnosticDescriptor ExpressionDoesNotBind = new(
        RuleIds.ExpressionDoesNotBind,
        "Tag expression that does not bind",
        "{0}",
        Categories.Misuse,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        "The expression of a tag or value is real C#, bound at the method. What does not bind is left out of the telemetry, which would then say less than the code promises.",
        HelpLink(RuleIds.ExpressionDoesNotBind));

    public static readonly DiagnosticDescriptor MethodIsNotMeasured = new(
        RuleIds.MethodIsNotMeasured,
        "Annotated method that is not measured",
        "'{0}' is not measured: {1}",
        Categories.Misuse,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "The attribute promises telemetry of this method, but no generated code can stand between it and its callers. Its series would be missing without a word.",
        HelpLink(RuleIds.MethodIsNotMeasured));

    public static readonly DiagnosticDescriptor MetricDeclarationsDisagree = new(
        RuleIds.MetricDeclarationsDisagree,
        "Metric that is declared in two ways",
        "The metric '{0}' is declared here {1}, but {2} at {3}; make them agree, or give one of them another name",
        Categories.Misuse,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        "One metric is one family of series. Declarations of its name must agree in kind, unit, buckets, tags and names of outcomes, or sums over it add up what does not belong together.",
        HelpLink(RuleIds.MetricDeclarationsDisagree),
        WellKnownDiagnosticTags.CompilationEnd);

    public static readonly DiagnosticDescriptor NameIsNotAllowed = new(
        RuleIds.NameIsNotAllowed,
        "Name that Prometheus does not take",
        "The name '{0}' cannot be used: {1}",
        Categories.Misuse,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        "What has such a name is left out of the telemetry, which would then say less than the code promises.",
        HelpLink(RuleIds.NameIsNotAllowed));

    public static readonly DiagnosticDescriptor BucketsAreMalformed = new(
        RuleIds.BucketsAreMalformed,
        "Buckets out of order",
        "These are no buckets: {0}",
        Categories.Misuse,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        "The bounds of a histogram's buckets ascend. Others are replaced by the default ones, and every quantile is then another than the code says.",
        HelpLink(RuleIds.BucketsAreMalformed));

    public static readonly DiagnosticDescriptor AttributeHasNoEffect = new(
        RuleIds.AttributeHasNoEffect,
        "Attribute without effect",
        "{0} has no effect: {1}",
        Categories.Misuse,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "Something is asked for that is never done. Whoever reads the code expects telemetry that is not there.",
        HelpLink(RuleIds.AttributeHasNoEffect));

    public static readonly DiagnosticDescriptor TagIsMisdeclared = new(
        RuleIds.TagIsMisdeclared,
        "Tag that is not what it says",
        "The tag '{0}' {1}",
        Categories.Misuse,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "The tag is left out, or its values are others than the attribute says.",
        HelpLink(RuleIds.TagIsMisdeclared));

    public static readonly DiagnosticDescriptor InstrumentIsNotRecorded = new(
        RuleIds.InstrumentIsNotRecorded,
        "Instrument that is not recorded",
        "'{0}' is not recorded: {1}",
        Categories.Misuse,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "The attribute promises a metric, but no value would ever reach it. Its series would be missing without a word.",
        HelpLink(RuleIds.InstrumentIsNotRecorded));

    public static readonly DiagnosticDescriptor CoverageSummary = new(
        RuleIds.CoverageSummary,
        "Coverage of instrumented methods",
        "{0}",
        Categories.Coverage,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        "How many calls of instrumented methods generated code measures, and why it does not measure the others.",
        HelpLink(RuleIds.CoverageSummary),
        WellKnownDiagnosticTags.CompilationEnd);

    public static readonly DiagnosticDescriptor CallIsNotMeasured = new(
        RuleIds.CallIsNotMeasured,
        "Call that is not measured",
        "{0} is not measured: {1}",
        Categories.Coverage,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "The method is instrumented, but nothing can be put between this caller and it. The telemetry says less than the attribute promises.",
        HelpLink(RuleIds.CallIsNotMeasured));

    public static readonly DiagnosticDescriptor RegistrationIsNotDecorated = new(
        RuleIds.RegistrationIsNotDecorated,
        "Registration that is not decorated",
        "'{0}', registered for '{1}', is not measured: {2}; register it with type arguments",
        Categories.Coverage,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "The class is instrumented, but the container gives it without its decorator. Calls through the interface would be missing without a word.",
        HelpLink(RuleIds.RegistrationIsNotDecorated));

    public static readonly DiagnosticDescriptor RegistrationComesTooLate = new(
        RuleIds.RegistrationComesTooLate,
        "Registration after AddInstrumentation",
        "'{0}', registered for '{1}', is not measured: AddInstrumentation decorates what is registered before it; call it last",
        Categories.Coverage,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "Without a host builder, AddInstrumentation decorates what is registered so far. What comes later is given without its decorator, and its calls would be missing without a word.",
        HelpLink(RuleIds.RegistrationComesTooLate));

    public static readonly DiagnosticDescriptor OverrideIsNotRecorded = new(
        RuleIds.OverrideIsNotRecorded,
        "Override that is not recorded",
        "'{0}' overrides '{1}', which records its own calls: those that reach the override are not recorded; measure it too, call the base, or say [NotInstrumented]",
        Categories.Coverage,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "A method that is woven at its definition or in place records what runs its own code. An override without an attribute runs in its stead, and the calls would be missing without a word.",
        HelpLink(RuleIds.OverrideIsNotRecorded));

    public static readonly DiagnosticDescriptor CallersAreOutOfReach = new(
        RuleIds.CallersAreOutOfReach,
        "Method with callers that nothing in front of it can measure",
        "'{0}' {1}; {2}, and it records every call itself",
        Categories.Coverage,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        "Call sites and decorators reach calls that are compiled here or go through the container. A method that is woven at its definition or in place is recorded whoever calls it.",
        HelpLink(RuleIds.CallersAreOutOfReach),
        WellKnownDiagnosticTags.CompilationEnd);

    public static readonly DiagnosticDescriptor AsyncMethodCouldRecordItself = new(
        RuleIds.AsyncMethodCouldRecordItself,
        "Async method that could record itself",
        "'{0}' is measured by what stands in front of it; make it 'async partial', and it records every call itself, with 8 to 24 bytes in place of a task more",
        Categories.Coverage,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        "The builder of an async method's own state machine can record its calls: every caller is caught, and there is no second task between the method and its caller.",
        HelpLink(RuleIds.AsyncMethodCouldRecordItself));

    public static readonly DiagnosticDescriptor InstrumentationIsNotAdded = new(
        RuleIds.InstrumentationIsNotAdded,
        "Registrations without AddInstrumentation",
        "'{0}', registered for '{1}', is not measured: nobody calls AddInstrumentation; call it on the host's builder, or on the services after the last registration",
        Categories.Coverage,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "The class is instrumented and its decorator exists, but nothing in this program puts it in front of the object. Calls through the interface would be missing without a word.",
        HelpLink(RuleIds.InstrumentationIsNotAdded),
        WellKnownDiagnosticTags.CompilationEnd);

    public static readonly DiagnosticDescriptor InstrumentedMethodIsNeverCalled = new(
        RuleIds.InstrumentedMethodIsNeverCalled,
        "Instrumented method that nobody calls",
        "'{0}' is instrumented, but nobody calls it; call it, or remove it",
        Categories.Coverage,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        "A metric of a method that is never called stays at zero, and whoever sees it in a dashboard believes that all is well.",
        HelpLink(RuleIds.InstrumentedMethodIsNeverCalled),
        WellKnownDiagnosticTags.CompilationEnd);

    public static readonly DiagnosticDescriptor MethodHasTwoOwners = new(
        RuleIds.MethodHasTwoOwners,
        "Method with two owners",
        "'{0}' has two owners: {1}; instrument one of them",
        Categories.Coverage,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "A call is recorded once, by one owner. Where two are declared, one of them is silent, or the call counts twice.",
        HelpLink(RuleIds.MethodHasTwoOwners));

    public static readonly DiagnosticDescriptor MetricsAreNotExposed = new(
        RuleIds.MetricsAreNotExposed,
        "Metrics that nobody can read",
        "Metrics are recorded here and exposed nowhere; call app.MapInstrumentation(), or add them to OpenTelemetry",
        Categories.Coverage,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "The application records its metrics, but has no endpoint that shows them and no exporter that sends them. Whoever looks for them finds nothing.",
        HelpLink(RuleIds.MetricsAreNotExposed),
        WellKnownDiagnosticTags.CompilationEnd);

    public static readonly DiagnosticDescriptor TagHasNoBound = new(
        RuleIds.TagHasNoBound,
        "Tag without a bound",
        "The tag '{0}' has no bound: {1}; declare Values or MaxValues, or put it on the span with [SpanTag]",
        Categories.Cardinality,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        "Each value of a tag is a time series. A tag of a metric needs a closed set of values or a declared maximum; without one it is left out.",
        HelpLink(RuleIds.TagHasNoBound));

    public static readonly DiagnosticDescriptor TagValueIsUnbounded = new(
        RuleIds.TagValueIsUnbounded,
        "Tag value without a bound",
        "{0} has no bound: {1}; record one of a closed set (an enum, a route template, a status class), put this on the span, or say the bound in a comment '// bounded: …'",
        Categories.Cardinality,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "Each value of a tag is a time series. A value that is another at each call, for each client or for each failure makes a metric that no monitoring can keep.",
        HelpLink(RuleIds.TagValueIsUnbounded));

    public static readonly DiagnosticDescriptor NameIsComputed = new(
        RuleIds.NameIsComputed,
        "Name made at run time",
        "The name of {0} is made at run time: {1}; use one constant name and put the value into a tag",
        Categories.Cardinality,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "Each name is a metric, an operation or a label of its own. Names that are put together from values multiply like the values, and no dashboard or alert can name them.",
        HelpLink(RuleIds.NameIsComputed));

    public static readonly DiagnosticDescriptor TagNameSuggestsManyValues = new(
        RuleIds.TagNameSuggestsManyValues,
        "Tag whose name suggests many values",
        "{0} may have many values, by {1}; see that they are few, or say the bound in a comment '// bounded: …'",
        Categories.Cardinality,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        "Nothing but its name speaks against the tag: what is called user_id or email mostly has as many values as there are users.",
        HelpLink(RuleIds.TagNameSuggestsManyValues));

    public static readonly DiagnosticDescriptor NameIsPutTogether = new(
        RuleIds.NameIsPutTogether,
        "Name put together at run time",
        "The name of {0} is put together at run time: {1}; a constant name can be found in dashboards and alerts, and the part belongs into a tag",
        Categories.Cardinality,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        "A name that is put together cannot be searched for in the code, and has as many forms as its parts have values.",
        HelpLink(RuleIds.NameIsPutTogether));

    public static readonly DiagnosticDescriptor SensitiveDataInTag = new(
        RuleIds.SensitiveDataInTag,
        "Classified data in a tag",
        "'{0}' is classified as sensitive, and {1} shows it to everybody who reads the telemetry; leave it out, or record something that tells less",
        Categories.Cardinality,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "Metrics and traces are stored, copied and read by many. What carries a data-classification attribute belongs into none of them.",
        HelpLink(RuleIds.SensitiveDataInTag));

    public static readonly DiagnosticDescriptor MetricExceedsBudget = new(
        RuleIds.MetricExceedsBudget,
        "Metric over its budget of series",
        "The metric '{0}' can have {1} series, over its budget of {2}: {3}; narrow its tags (Tags, Values, MaxValues), or raise the budget",
        Categories.Cardinality,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        "The number of time series of a metric follows from the value sets of its tags. More than was agreed is a bill, or a monitoring system that stops.",
        HelpLink(RuleIds.MetricExceedsBudget),
        WellKnownDiagnosticTags.CompilationEnd);

    public static readonly DiagnosticDescriptor CorrelationIdNotHandedOn = new(
        RuleIds.CorrelationIdNotHandedOn,
        "Correlation id that is not handed on",
        "'{0}' can take the {2}, but is called without it; hand it '{1}'",
        Categories.Correlation,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "A correlation id is in scope and the called method, or an overload of it, has a parameter for it. Without it the trail of the request ends at this call.",
        HelpLink(RuleIds.CorrelationIdNotHandedOn));

    private const string HelpRoot = "https://github.com/instrumentation-dotnet/instrumentation/blob/main/docs/rules/";

    /// <summary>The page of a rule.</summary>
    public static string HelpLink(string id) => HelpRoot + id + ".md";

    private static class Categories
    {
        public const string Misuse = "Instrumentation.Misuse";
        public const string Coverage = "Instrumentation.Coverage";
        public const string Cardinality = "Instrumentation.Cardinality";
        public const string Correlation = "Instrumentation.Correlation";
        public const string Hygiene = "Instrumentation.Hygiene";
    }
}
