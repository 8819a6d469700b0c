using System.Text.Json.Serialization;
using SchemaRegistry.Api.Schemas.Contracts;

namespace SchemaRegistry.Api.Config;

/// <summary>The configuration of a subject, or the global one, as it is stored.</summary>
internal sealed record ConfigSettings
{
    /// <summary>What is in force where nothing is said.</summary>
    public static readonly ConfigSettings Default = new() { Compatibility = CompatibilityLevels.Default };

    /// <summary>The level; a subject without one has the global one.</summary>
    [JsonConverter(typeof(CompatibilityLevelConverter))]
    public CompatibilityLevel? Compatibility { get; init; }

    /// <summary>The subject that is meant by this one's name.</summary>
    public string? Alias { get; init; }

    /// <summary>Whether schemas are compared and kept in their canonical form without being asked to.</summary>
    public bool? Normalize { get; init; }

    /// <summary>Whether a schema may not have a field that its metadata reserves.</summary>
    public bool? ValidateFields { get; init; }

    /// <summary>Stored and shown.</summary>
    public bool? ValidateNames { get; init; }

    /// <summary>Stored and shown.</summary>
    public bool? ValidateNewSchemas { get; init; }

    /// <summary>Stored and shown.</summary>
    public bool? ValidateRules { get; init; }

    /// <summary>A metadata property: only versions with the same value are compared.</summary>
    public string? CompatibilityGroup { get; init; }

    /// <summary>STRICT or LENIENT.</summary>
    public string? CompatibilityPolicy { get; init; }

    public SchemaMetadata? DefaultMetadata { get; init; }

    public SchemaMetadata? OverrideMetadata { get; init; }

    public RuleSet? DefaultRuleSet { get; init; }

    public RuleSet? OverrideRuleSet { get; init; }

    /// <summary>Whether a schema is registered with more than the client sent.</summary>
    [JsonIgnore]
    public bool Completes => DefaultMetadata is not null || OverrideMetadata is not null || DefaultRuleSet is not null || OverrideRuleSet is not null;
}
