using System.Text.Json.Serialization;
using SchemaRegistry.Api.Config;

namespace SchemaRegistry.Api.V1;

/// <summary>What came of a comparison.</summary>
internal sealed record V1CompatibilityBody(
    [property: JsonPropertyName("is_compatible")] bool IsCompatible,
    string Mode,
    IReadOnlyList<V1ViolationBody> Violations,
    [property: JsonPropertyName("compared_versions")] IReadOnlyList<int> ComparedVersions)
{
    public static V1CompatibilityBody Of(Comparison comparison) => new(
        comparison.Report.IsCompatible,
        CompatibilityLevels.WireName(comparison.Report.Level),
        [.. comparison.Report.Violations.Select(static violation =>
            new V1ViolationBody(violation.Type, violation.Path, violation.Reason, V1ViolationBody.Breaking, violation.Version.Version))],
        [.. comparison.Compared.Select(static version => version.Version)]);
}
