namespace SchemaRegistry.Api.Config;

/// <summary>What a new version of a subject must be compatible with. Stored and shown; not checked yet.</summary>
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
