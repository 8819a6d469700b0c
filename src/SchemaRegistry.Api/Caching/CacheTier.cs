using Instrumentation;

namespace SchemaRegistry.Api.Caching;

/// <summary>A place where answers are remembered; each has bytes of its own.</summary>
internal enum CacheTier
{
    /// <summary>What was read from the database, in the memory of the process.</summary>
    [TagValue("L1")]
    L1,

    /// <summary>Schemas that were read and compiled from their texts.</summary>
    Parsed,
}
