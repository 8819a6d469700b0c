namespace SchemaRegistry.Api.Caching;

/// <summary>What became of an operation.</summary>
internal enum CacheResult
{
    /// <summary>It was there, or was just being loaded for somebody else.</summary>
    Hit,

    /// <summary>It was not there.</summary>
    Miss,

    /// <summary>It is kept.</summary>
    Stored,

    /// <summary>It is not kept: it was invalidated while it was loaded, or would drive out most of the others.</summary>
    Refused,
}
