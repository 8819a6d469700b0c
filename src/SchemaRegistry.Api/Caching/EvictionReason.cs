namespace SchemaRegistry.Api.Caching;

/// <summary>Why something is no longer remembered.</summary>
internal enum EvictionReason
{
    /// <summary>Others needed its bytes.</summary>
    Capacity,

    /// <summary>It was changed or deleted.</summary>
    Invalidated,
}
