using System.Text.Json;
using SchemaRegistry.Api.Http;

namespace SchemaRegistry.Api.Schemas.Contracts;

/// <summary>Refuses rules that no serializer could run.</summary>
internal static class RuleSetCheck
{
    private static readonly string[] s_migrationModes = ["UPGRADE", "DOWNGRADE", "UPDOWN"];
    private static readonly string[] s_otherModes = ["WRITE", "READ", "WRITEREAD"];
    private static readonly string[] s_kinds = ["TRANSFORM", "CONDITION"];

    public static RuleSet? Checked(RuleSet? rules)
    {
        if (rules is null)
        {
            return null;
        }

        var names = new HashSet<string>(StringComparer.Ordinal);
        Check(rules.MigrationRules, "migrationRules", s_migrationModes, names);
        Check(rules.DomainRules, "domainRules", s_otherModes, names);
        Check(rules.EncodingRules, "encodingRules", s_otherModes, names);
        return rules.OrNothing();
    }

    private static void Check(IReadOnlyList<JsonElement>? rules, string list, string[] modes, HashSet<string> names)
    {
        for (var i = 0; i < (rules?.Count ?? 0); i++)
        {
            var name = RuleSet.NameOf(rules![i]);
            if (string.IsNullOrWhiteSpace(name))
            {
                throw RegistryErrors.InvalidRuleSet($"ruleSet.{list}[{i}] has no name: a rule is an object with a member \"name\".");
            }

            if (!names.Add(name))
            {
                throw RegistryErrors.InvalidRuleSet($"ruleSet.{list}[{i}]: there are two rules of the name '{name}'.");
            }

            CheckWord(rules[i], "kind", s_kinds, $"ruleSet.{list}[{i}]");
            CheckWord(rules[i], "mode", modes, $"ruleSet.{list}[{i}]");
        }
    }

    private static void CheckWord(JsonElement rule, string member, string[] words, string place)
    {
        if (rule.TryGetProperty(member, out var value) && value.ValueKind != JsonValueKind.Null
            && (value.ValueKind != JsonValueKind.String || !words.Contains(value.GetString(), StringComparer.Ordinal)))
        {
            throw RegistryErrors.InvalidRuleSet($"{place} has the {member} {value.GetRawText()}; it may be {string.Join(", ", words)}.");
        }
    }
}
