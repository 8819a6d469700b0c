namespace Instrumentation.Analyzers;

/// <summary>The ledger of ids: one constant per rule, named after the problem; an id is never used again for another.</summary>
/// <remarks>
/// By thousands: <c>INS0xxx</c> misuse of an attribute, <c>INS1xxx</c> coverage, <c>INS2xxx</c> cardinality, <c>INS3xxx</c> correlation and context,
/// <c>INS4xxx</c> hygiene of instruments, <c>INS5xxx</c> alerts, dashboards and the lock file.
/// </remarks>
internal static class RuleIds
{
    public const string ExpressionDoesNotBind = "INS0001";
    public const string MethodIsNotMeasured = "INS0002";
    public const string MetricDeclarationsDisagree = "INS0003";
    public const string NameIsNotAllowed = "INS0004";
    public const string BucketsAreMalformed = "INS0005";
    public const string AttributeHasNoEffect = "INS0006";
    public const string TagIsMisdeclared = "INS0007";
    public const string InstrumentIsNotRecorded = "INS0008";
    public const string CoverageSummary = "INS1000";
    public const string CallIsNotMeasured = "INS1001";
    public const string RegistrationIsNotDecorated = "INS1002";
    public const string RegistrationComesTooLate = "INS1003";
    public const string OverrideIsNotRecorded = "INS1004";
    public const string CallersAreOutOfReach = "INS1005";
    public const string AsyncMethodCouldRecordItself = "INS1006";
    public const string InstrumentationIsNotAdded = "INS1007";
    public const string InstrumentedMethodIsNeverCalled = "INS1008";
    public const string MethodHasTwoOwners = "INS1009";
    public const string MetricsAreNotExposed = "INS1010";
    public const string TagHasNoBound = "INS2001";
    public const string TagValueIsUnbounded = "INS2002";
    public const string NameIsComputed = "INS2003";
    public const string TagNameSuggestsManyValues = "INS2004";
    public const string NameIsPutTogether = "INS2005";
    public const string SensitiveDataInTag = "INS2006";
    public const string MetricExceedsBudget = "INS2007";
    public const string CorrelationIdNotHandedOn = "INS3001";
    public const string ContextIsReplaced = "INS3002";
    public const string QueueItemLosesContext = "INS3003";
    public const string MessageLosesContext = "INS3004";
    public const string FlowStaysSuppressed = "INS3005";
    public const string UnsafeStartLosesContext = "INS3006";
    public const string RequestLosesId = "INS3007";
    public const string InboundIdIsDropped = "INS3008";
    public const string LogLosesId = "INS3009";
    public const string SpanDiesInHelper = "INS3010";
    public const string BackgroundWorkKeepsRequest = "INS3011";
    public const string SpanIsKept = "INS3012";
    public const string InstrumentIsNeverUsed = "INS4001";
    public const string GaugeOnlyRises = "INS4002";
    public const string GaugeStaysUp = "INS4003";
    public const string CounterGoesDown = "INS4004";
    public const string SpanIsNotEnded = "INS4005";
    public const string ExceptionIsSwallowed = "INS4006";
    public const string NameIsUnconventional = "INS4007";
    public const string UnitIsUnconventional = "INS4008";
    public const string BoundariesAreMalformed = "INS4009";
    public const string InstrumentsDisagree = "INS4010";
    public const string HistogramHasNoBuckets = "INS4011";
    public const string EnumHasTwoEncodings = "INS4012";
    public const string SourceIsNotExported = "INS4013";
    public const string ObjectiveHasNoBoundary = "INS4014";
}
