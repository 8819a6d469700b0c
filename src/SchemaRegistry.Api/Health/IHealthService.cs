namespace SchemaRegistry.Api.Health;

internal interface IHealthService
{
    ValueTask<HealthBody> ReadyAsync(CancellationToken cancellation);
}
