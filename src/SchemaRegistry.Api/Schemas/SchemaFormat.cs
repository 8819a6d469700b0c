namespace SchemaRegistry.Api.Schemas;

/// <summary>The language of a schema.</summary>
internal enum SchemaFormat
{
    Avro,
    Json,
    Protobuf,
}
