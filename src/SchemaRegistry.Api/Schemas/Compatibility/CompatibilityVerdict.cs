namespace SchemaRegistry.Api.Schemas.Compatibility;

/// <summary>The result of a comparison in one word.</summary>
internal enum CompatibilityVerdict
{
    Compatible,
    Incompatible,
}
