using System.Globalization;
using SchemaRegistry.Api.Config;
using SchemaRegistry.Api.Schemas.Contracts;

namespace SchemaRegistry.Api.Schemas;

/// <summary>Gives a schema what its client left out: the text, metadata and rules of the version before, and what the configuration says.</summary>
internal static class Completion
{
    /// <param name="schema">The schema as it was sent.</param>
    /// <param name="settings">The configuration in force.</param>
    /// <param name="previous">The latest version's schema.</param>
    /// <param name="nextVersion">The version that it would become; none where only the look-up of a known one is prepared.</param>
    public static NewSchema Complete(NewSchema schema, ConfigSettings settings, StoredSchema? previous, int? nextVersion)
    {
        var metadata = SchemaMetadata.Merge(
            SchemaMetadata.Merge(settings.DefaultMetadata, schema.Metadata ?? previous?.Metadata), settings.OverrideMetadata);
        if (nextVersion is { } version && (schema.Version is not null || metadata?.Property(SchemaMetadata.VersionHint) is not null))
        {
            metadata = SchemaMetadata.With(metadata, SchemaMetadata.VersionHint, version.ToString(CultureInfo.InvariantCulture));
        }

        var rules = RuleSet.Merge(RuleSet.Merge(settings.DefaultRuleSet, schema.RuleSet ?? previous?.RuleSet), settings.OverrideRuleSet);
        var complete = schema with { Metadata = metadata, RuleSet = rules };
        return schema.IsEmpty && previous is not null
            ? complete with { Format = previous.Format, Text = previous.Text, References = previous.References }
            : complete;
    }
}
