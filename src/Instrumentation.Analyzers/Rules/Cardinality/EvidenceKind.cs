namespace Instrumentation.Analyzers.Rules.Cardinality;

/// <summary>How much is known of a value; of what is made of two values, the larger one counts.</summary>
internal enum EvidenceKind
{
    /// <summary>It is one of few.</summary>
    Closed,

    /// <summary>Nothing is known.</summary>
    None,

    /// <summary>It comes from what the rule looks for.</summary>
    Found,
}
