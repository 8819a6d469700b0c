namespace SchemaRegistry.Api.Telemetry;

/// <summary>Stores how often schemas were read.</summary>
internal interface IAccessRepository
{
    /// <summary>Adds to the counts of schemas; those that are gone by now are left out.</summary>
    Task AddAsync(IReadOnlyList<KeyValuePair<int, long>> reads, CancellationToken cancellation);

    /// <summary>The schemas that were read most, the most read first.</summary>
    ValueTask<IReadOnlyList<AccessCount>> TopAsync(int limit, CancellationToken cancellation);
}
