using System.Runtime.CompilerServices;
using System.Text.Json;
using SchemaRegistry.Api.Http;
using SchemaRegistry.Api.Schemas.Contracts;

namespace SchemaRegistry.Api.Config;

/// <summary>Body of a change of configuration, and of the answer to it. What it does not name stays; what it says to be null goes.</summary>
internal sealed class ConfigRequest
{
    private static readonly string[] s_policies = ["STRICT", "LENIENT"];
    private readonly Dictionary<string, object?> _given = new(StringComparer.Ordinal);

    public string? Compatibility { get; set => field = Note(value); }

    public string? Alias { get; set => field = Note(value); }

    public bool? Normalize { get; set => field = Note(value); }

    public bool? ValidateFields { get; set => field = Note(value); }

    public bool? ValidateNames { get; set => field = Note(value); }

    public bool? ValidateNewSchemas { get; set => field = Note(value); }

    public bool? ValidateRules { get; set => field = Note(value); }

    public string? CompatibilityGroup { get; set => field = Note(value); }

    public string? CompatibilityPolicy { get; set => field = Note(value); }

    public SchemaMetadata? DefaultMetadata { get; set => field = Note(value); }

    public SchemaMetadata? OverrideMetadata { get; set => field = Note(value); }

    public RuleSet? DefaultRuleSet { get; set => field = Note(value); }

    public RuleSet? OverrideRuleSet { get; set => field = Note(value); }

    /// <summary>The same with its words as the server writes them.</summary>
    /// <exception cref="RegistryException">A word is none of those there are, or nothing is said at all.</exception>
    public ConfigRequest Checked()
    {
        if (_given.Count == 0 || Compatibility is not null)
        {
            Compatibility = CompatibilityLevels.WireName(CompatibilityLevels.Parse(Compatibility));
        }

        if (CompatibilityPolicy is { } policy)
        {
            CompatibilityPolicy = s_policies.FirstOrDefault(known => known.Equals(policy, StringComparison.OrdinalIgnoreCase))
                ?? throw RegistryErrors.InvalidCompatibilityPolicy();
        }

        _ = RuleSetCheck.Checked(DefaultRuleSet);
        _ = RuleSetCheck.Checked(OverrideRuleSet);
        return this;
    }

    /// <summary>What is changed, in a few words: the level, and the other members with what they are set to unless that is long.</summary>
    public string Summary() => string.Join(", ", _given.OrderBy(static given => given.Key != nameof(Compatibility)).ThenBy(static given => given.Key, StringComparer.Ordinal)
        .Select(static given => given switch
        {
            (nameof(Compatibility), string level) => level,
            (var member, string or bool or null) => $"{JsonNamingPolicy.CamelCase.ConvertName(member)} {given.Value ?? "null"}",
            _ => JsonNamingPolicy.CamelCase.ConvertName(given.Key),
        }));

    /// <summary>The settings after the change.</summary>
    public ConfigSettings ApplyTo(ConfigSettings old) => new()
    {
        Compatibility = Gives(nameof(Compatibility)) ? Compatibility is null ? null : CompatibilityLevels.Parse(Compatibility) : old.Compatibility,
        Alias = Gives(nameof(Alias)) ? NullIfEmpty(Alias) : old.Alias,
        Normalize = Gives(nameof(Normalize)) ? Normalize : old.Normalize,
        ValidateFields = Gives(nameof(ValidateFields)) ? ValidateFields : old.ValidateFields,
        ValidateNames = Gives(nameof(ValidateNames)) ? ValidateNames : old.ValidateNames,
        ValidateNewSchemas = Gives(nameof(ValidateNewSchemas)) ? ValidateNewSchemas : old.ValidateNewSchemas,
        ValidateRules = Gives(nameof(ValidateRules)) ? ValidateRules : old.ValidateRules,
        CompatibilityGroup = Gives(nameof(CompatibilityGroup)) ? NullIfEmpty(CompatibilityGroup) : old.CompatibilityGroup,
        CompatibilityPolicy = Gives(nameof(CompatibilityPolicy)) ? CompatibilityPolicy : old.CompatibilityPolicy,
        DefaultMetadata = Gives(nameof(DefaultMetadata)) ? DefaultMetadata?.OrNothing() : old.DefaultMetadata,
        OverrideMetadata = Gives(nameof(OverrideMetadata)) ? OverrideMetadata?.OrNothing() : old.OverrideMetadata,
        DefaultRuleSet = Gives(nameof(DefaultRuleSet)) ? DefaultRuleSet?.OrNothing() : old.DefaultRuleSet,
        OverrideRuleSet = Gives(nameof(OverrideRuleSet)) ? OverrideRuleSet?.OrNothing() : old.OverrideRuleSet,
    };

    private static string? NullIfEmpty(string? text) => string.IsNullOrEmpty(text) ? null : text;

    private bool Gives(string member) => _given.ContainsKey(member);

    // The reader calls a setter for each member that the body has, also for one that is null.
    private T Note<T>(T value, [CallerMemberName] string member = "")
    {
        _given[member] = value;
        return value;
    }
}
