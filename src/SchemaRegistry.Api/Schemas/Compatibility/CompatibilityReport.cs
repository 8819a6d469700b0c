using System.Globalization;
using SchemaRegistry.Api.Config;

namespace SchemaRegistry.Api.Schemas.Compatibility;

/// <summary>What came of comparing a schema with the versions of a subject.</summary>
/// <param name="Level">The level that was asked for.</param>
/// <param name="Violations">What is wrong, newest version first; empty when it is compatible.</param>
internal sealed record CompatibilityReport(CompatibilityLevel Level, IReadOnlyList<Violation> Violations)
{
    // Texts of old schemas are told as long as the whole stays readable.
    private const int MaxTextLength = 1_000_000;

    public bool IsCompatible => Violations.Count == 0;

    public CompatibilityVerdict Verdict => IsCompatible ? CompatibilityVerdict.Compatible : CompatibilityVerdict.Incompatible;

    /// <summary>The violations in the form of the Confluent server: for each version its violations, its number and its text, and the level at the end.</summary>
    /// <param name="validateFields">Whether reserved fields were looked for.</param>
    /// <param name="others">What else is wrong; it goes first.</param>
    public IReadOnlyList<string> ToMessages(bool validateFields = false, params IEnumerable<string> others)
    {
        List<string> messages = [.. others];
        var length = 0;
        foreach (var version in Violations.GroupBy(static violation => violation.Version))
        {
            messages.AddRange(version.Select(static violation => violation.ToString()));
            messages.Add(string.Create(CultureInfo.InvariantCulture, $"{{oldSchemaVersion: {version.Key.Version}}}"));
            length += version.Key.Text.Length;
            if (length <= MaxTextLength)
            {
                messages.Add($"{{oldSchema: '{version.Key.Text}'}}");
            }
        }

        if (messages.Count > 0)
        {
            messages.Add($"{{validateFields: '{(validateFields ? "true" : "false")}', compatibility: '{CompatibilityLevels.WireName(Level)}'}}");
        }

        return messages;
    }
}
