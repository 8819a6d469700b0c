namespace Instrumentation.Generator.Shared;

/// <summary>How much is known at build time about the values of a tag.</summary>
internal enum TagBoundKind
{
    /// <summary>Each value is known.</summary>
    Closed,

    /// <summary>Only how many values get series of their own is known.</summary>
    Bounded,

    /// <summary>Nothing limits the values: not allowed on a metric.</summary>
    Unbounded,
}
