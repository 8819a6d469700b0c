namespace SchemaRegistry.Api.Config;

/// <summary>What a new version of a subject must be compatible with.</summary>
internal enum CompatibilityLevel
{
    None,
    Backward,
    BackwardTransitive,
    Forward,
    ForwardTransitive,
    Full,
    FullTransitive,
}
