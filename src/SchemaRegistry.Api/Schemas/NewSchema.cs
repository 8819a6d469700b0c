using SchemaRegistry.Api.Config;
using SchemaRegistry.Api.Schemas.Contracts;
using SchemaRegistry.Api.V1;

namespace SchemaRegistry.Api.Schemas;

/// <summary>A schema as a client sent it, to be registered or looked up under a subject.</summary>
/// <param name="Subject">The subject.</param>
/// <param name="Format">The language of the text.</param>
/// <param name="Text">The text exactly as sent.</param>
/// <param name="References">The schemas it builds on.</param>
/// <param name="Metadata">What is said about it, or nothing.</param>
/// <param name="RuleSet">Its rules, or none.</param>
internal sealed record NewSchema(
    string Subject,
    SchemaFormat Format,
    string Text,
    IReadOnlyList<SchemaReference> References,
    SchemaMetadata? Metadata,
    RuleSet? RuleSet)
{
    /// <summary>The global id that it shall have; only a registry in import mode lets a client choose.</summary>
    public int? Id { get; init; }

    /// <summary>The version that it shall become; -1 for the next one.</summary>
    public int? Version { get; init; }

    /// <summary>What is said of a new version and written with it; none for one that is simply ACTIVE. When it was said is when the version is registered.</summary>
    public VersionNote? Note { get; init; }

    /// <summary>The level that the subject gets with a new version; none keeps what is in force.</summary>
    public CompatibilityLevel? Level { get; init; }

    /// <summary>The state in which it starts.</summary>
    public LifecycleState State => Note?.State ?? LifecycleState.Active;

    /// <summary>Whether there is no text at all.</summary>
    public bool IsEmpty => string.IsNullOrWhiteSpace(Text);
}
