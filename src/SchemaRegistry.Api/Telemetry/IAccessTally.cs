namespace SchemaRegistry.Api.Telemetry;

/// <summary>Counts in memory how often each schema is read.</summary>
internal interface IAccessTally
{
    /// <summary>Counts one read.</summary>
    void Count(int schemaId);

    /// <summary>Takes out what was counted since the last time.</summary>
    IReadOnlyList<KeyValuePair<int, long>> Drain();
}
