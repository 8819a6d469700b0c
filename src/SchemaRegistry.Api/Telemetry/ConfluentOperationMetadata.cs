namespace SchemaRegistry.Api.Telemetry;

/// <summary>Says of an endpoint of the Confluent API which operation it is.</summary>
internal sealed record ConfluentOperationMetadata(ConfluentOperation Operation);
