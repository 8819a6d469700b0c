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
    public const string CoverageSummary = "INS1000";
    public const string CallIsNotMeasured = "INS1001";
    public const string TagHasNoBound = "INS2001";
    public const string CorrelationIdNotHandedOn = "INS3001";
}
