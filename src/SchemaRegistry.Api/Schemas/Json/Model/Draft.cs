namespace SchemaRegistry.Api.Schemas.Json.Model;

/// <summary>The versions of the JSON Schema specification, in the order of their publication.</summary>
internal enum Draft
{
    Draft4,
    Draft6,
    Draft7,
    Draft201909,
    Draft202012,
}
