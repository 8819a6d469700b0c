namespace SchemaRegistry.Api.Schemas.Avro.Text;

/// <summary>How much of a schema is written.</summary>
internal enum AvroTextStyle
{
    /// <summary>The parsing canonical form of the specification: only what makes the types.</summary>
    Canonical,

    /// <summary>Everything, in the order in which its author put it where an order is free.</summary>
    Full,

    /// <summary>Everything, sorted where an order is free.</summary>
    Normalized,
}
