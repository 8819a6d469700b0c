namespace SchemaRegistry.Api.Schemas.Formats;

/// <summary>How strictly a JSON Schema's open content model is taken.</summary>
internal enum CompatibilityPolicy
{
    /// <summary>An object that allows unknown properties may already hold one by the new name, with another type: adding it is incompatible.</summary>
    Strict,

    /// <summary>Adding or removing an optional property is compatible also where unknown properties are allowed.</summary>
    Lenient,
}
