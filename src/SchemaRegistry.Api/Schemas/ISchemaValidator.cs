namespace SchemaRegistry.Api.Schemas;

/// <summary>Refuses texts that are not schemas.</summary>
internal interface ISchemaValidator
{
    Task ValidateAsync(NewSchema schema, CancellationToken cancellation);
}
