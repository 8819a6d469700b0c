namespace SchemaRegistry.Api.Schemas.Json.Compatibility;

/// <summary>How many of a combined schema's parts must hold.</summary>
internal enum Criterion
{
    All,
    Any,
    One,
}
