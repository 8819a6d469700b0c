using SchemaRegistry.Api.Schemas.Contracts;

namespace SchemaRegistry.Api.Config;

/// <summary>A configuration, as the API shows it.</summary>
internal sealed record ConfigBody(
    string? CompatibilityLevel,
    string? Alias,
    bool? Normalize,
    bool? ValidateFields,
    bool? ValidateNames,
    bool? ValidateNewSchemas,
    bool? ValidateRules,
    string? CompatibilityGroup,
    string? CompatibilityPolicy,
    SchemaMetadata? DefaultMetadata,
    SchemaMetadata? OverrideMetadata,
    RuleSet? DefaultRuleSet,
    RuleSet? OverrideRuleSet)
{
    public static ConfigBody Of(ConfigSettings settings) => new(
        settings.Compatibility is { } level ? CompatibilityLevels.WireName(level) : null,
        settings.Alias,
        settings.Normalize,
        settings.ValidateFields,
        settings.ValidateNames,
        settings.ValidateNewSchemas,
        settings.ValidateRules,
        settings.CompatibilityGroup,
        settings.CompatibilityPolicy,
        settings.DefaultMetadata,
        settings.OverrideMetadata,
        settings.DefaultRuleSet,
        settings.OverrideRuleSet);
}
