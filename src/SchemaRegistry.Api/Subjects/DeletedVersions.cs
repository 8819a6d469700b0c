namespace SchemaRegistry.Api.Subjects;

/// <summary>What a list says of versions that are deleted, but not for good.</summary>
internal enum DeletedVersions
{
    /// <summary>Nothing.</summary>
    Hidden,

    /// <summary>They are in it as any other.</summary>
    Included,

    /// <summary>It has nothing else.</summary>
    Only,
}
