using SchemaRegistry.Api.Config;
using SchemaRegistry.Api.Schemas.Formats;

namespace SchemaRegistry.Api.Compatibility;

internal static class CompatibilityPolicies
{
    /// <summary>The policy in force; strict unless somebody said otherwise.</summary>
    public static CompatibilityPolicy Of(ConfigSettings settings) =>
        string.Equals(settings.CompatibilityPolicy, "LENIENT", StringComparison.Ordinal) ? CompatibilityPolicy.Lenient : CompatibilityPolicy.Strict;
}
