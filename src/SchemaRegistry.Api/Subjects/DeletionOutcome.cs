namespace SchemaRegistry.Api.Subjects;

/// <summary>What became of a deletion.</summary>
internal enum DeletionOutcome
{
    Deleted,

    /// <summary>There is nothing by this name.</summary>
    NotFound,

    /// <summary>It is deleted already; only a permanent deletion is left.</summary>
    AlreadyDeleted,

    /// <summary>A permanent deletion comes after an ordinary one.</summary>
    NotDeletedFirst,

    /// <summary>Another schema builds on it.</summary>
    Referenced,
}
