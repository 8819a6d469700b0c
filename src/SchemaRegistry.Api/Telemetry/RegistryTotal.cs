namespace SchemaRegistry.Api.Telemetry;

/// <summary>Numbers of versions that the store keeps up to date with each change.</summary>
internal enum RegistryTotal
{
    /// <summary>Live versions in the state DRAFT.</summary>
    Draft,

    /// <summary>Live versions in the state ACTIVE.</summary>
    Active,

    /// <summary>Live versions in the state DEPRECATED.</summary>
    Deprecated,

    /// <summary>Live versions in the state ARCHIVED.</summary>
    Archived,

    /// <summary>Versions that are deleted and can come back.</summary>
    Deleted,

    /// <summary>Versions that were ever registered.</summary>
    EverRegistered,

    /// <summary>Versions that were ever deleted.</summary>
    EverDeleted,
}
