namespace SchemaRegistry.Api.Config;

/// <summary>Stored configurations, per subject or (<see langword="null"/>) global.</summary>
internal interface IConfigRepository
{
    ValueTask<ConfigSettings?> FindAsync(string? subject, CancellationToken cancellation);

    /// <summary>Changes what is stored, or (<see langword="null"/>) nothing yet.</summary>
    Task ChangeAsync(string? subject, Func<ConfigSettings?, ConfigSettings> change, CancellationToken cancellation);

    /// <returns>What was stored.</returns>
    Task<ConfigSettings?> RemoveAsync(string? subject, CancellationToken cancellation);

    /// <summary>The subjects that are another name of a subject, each with that subject.</summary>
    ValueTask<IReadOnlyList<SubjectAlias>> AliasesAsync(CancellationToken cancellation);
}
