using System.Text.Json;

namespace SchemaRegistry.Api.Schemas.Contracts;

/// <summary>Rules that serializers run. The registry keeps them and hands them out; it runs none.</summary>
internal sealed record RuleSet(
    IReadOnlyList<JsonElement>? MigrationRules,
    IReadOnlyList<JsonElement>? DomainRules,
    IReadOnlyList<JsonElement>? EncodingRules,
    string? EnableAt)
{
    /// <summary>The same without empty lists; <see langword="null"/> where nothing is left.</summary>
    public RuleSet? OrNothing() =>
        MigrationRules is not { Count: > 0 } && DomainRules is not { Count: > 0 } && EncodingRules is not { Count: > 0 } && EnableAt is null
            ? null
            : new RuleSet(NullIfEmpty(MigrationRules), NullIfEmpty(DomainRules), NullIfEmpty(EncodingRules), EnableAt);

    /// <summary>Both together; of two rules of the same name that of <paramref name="stronger"/> stays.</summary>
    public static RuleSet? Merge(RuleSet? weaker, RuleSet? stronger) => weaker is null || stronger is null
        ? weaker ?? stronger
        : new RuleSet(
            Merge(weaker.MigrationRules, stronger.MigrationRules),
            Merge(weaker.DomainRules, stronger.DomainRules),
            Merge(weaker.EncodingRules, stronger.EncodingRules),
            stronger.EnableAt ?? weaker.EnableAt).OrNothing();

    public static string? NameOf(JsonElement rule) =>
        rule.ValueKind == JsonValueKind.Object && rule.TryGetProperty("name", out var name) && name.ValueKind == JsonValueKind.String ? name.GetString() : null;

    private static IReadOnlyList<JsonElement>? Merge(IReadOnlyList<JsonElement>? weaker, IReadOnlyList<JsonElement>? stronger)
    {
        if (weaker is null || stronger is null)
        {
            return weaker ?? stronger;
        }

        var names = stronger.Select(NameOf).ToHashSet(StringComparer.Ordinal);
        return [.. weaker.Where(rule => !names.Contains(NameOf(rule))), .. stronger];
    }

    private static IReadOnlyList<JsonElement>? NullIfEmpty(IReadOnlyList<JsonElement>? rules) => rules is { Count: > 0 } ? rules : null;
}
