namespace SchemaRegistry.Api.Health;

/// <summary>Asks the database whether it answers.</summary>
internal interface IHealthRepository
{
    /// <exception cref="Exception">It does not.</exception>
    ValueTask ProbeAsync(CancellationToken cancellation);
}
