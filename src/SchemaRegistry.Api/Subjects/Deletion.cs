namespace SchemaRegistry.Api.Subjects;

/// <summary>Outcome of a deletion.</summary>
/// <param name="Outcome">What became of it.</param>
/// <param name="Versions">The versions that are deleted now; of <see cref="DeletionOutcome.Referenced"/> the one that is in use.</param>
internal sealed record Deletion(DeletionOutcome Outcome, IReadOnlyList<int> Versions)
{
    /// <summary>Ids of the schemas that are gone with their last version.</summary>
    public IReadOnlyList<int> RemovedSchemas { get; init; } = [];

    public static Deletion None(DeletionOutcome outcome) => new(outcome, []);
}
