namespace SchemaRegistry.Api.Schemas.Formats;

/// <summary>How a document is written.</summary>
internal enum DocumentEncoding
{
    /// <summary>JSON; for Avro and Protobuf their own JSON mapping.</summary>
    Json,

    /// <summary>The format's binary encoding; JSON Schema has none.</summary>
    Binary,
}
