using SchemaRegistry.Api.Http;

namespace SchemaRegistry.Api.Config;

/// <summary>The names of the levels on the wire and in the database.</summary>
internal static class CompatibilityLevels
{
    public const CompatibilityLevel Default = CompatibilityLevel.Backward;

    private static readonly Dictionary<string, CompatibilityLevel> s_byName = new(StringComparer.OrdinalIgnoreCase)
    {
        ["NONE"] = CompatibilityLevel.None,
        ["BACKWARD"] = CompatibilityLevel.Backward,
        ["BACKWARD_TRANSITIVE"] = CompatibilityLevel.BackwardTransitive,
        ["FORWARD"] = CompatibilityLevel.Forward,
        ["FORWARD_TRANSITIVE"] = CompatibilityLevel.ForwardTransitive,
        ["FULL"] = CompatibilityLevel.Full,
        ["FULL_TRANSITIVE"] = CompatibilityLevel.FullTransitive,
    };

    private static readonly Dictionary<CompatibilityLevel, string> s_names = s_byName.ToDictionary(static pair => pair.Value, static pair => pair.Key);

    public static string WireName(CompatibilityLevel level) => s_names[level];

    /// <summary>Whether all versions count and not only the latest.</summary>
    public static bool IsTransitive(CompatibilityLevel? level) =>
        level is CompatibilityLevel.BackwardTransitive or CompatibilityLevel.ForwardTransitive or CompatibilityLevel.FullTransitive;

    public static CompatibilityLevel Parse(string? name) =>
        name is not null && s_byName.TryGetValue(name, out var level) ? level : throw RegistryErrors.InvalidCompatibilityLevel();
}
