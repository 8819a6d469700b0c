using System.Globalization;
using SchemaRegistry.Api.Schemas.Json.Syntax;

namespace SchemaRegistry.Api.Schemas.Json.Model;

/// <summary>Where schemas stand in a schema: only there does an <c>$id</c> or an anchor mean anything.</summary>
internal static class Subschemas
{
    private static readonly Dictionary<string, (SubschemaShape Shape, Draft First, Draft Last)> s_keywords = new(StringComparer.Ordinal)
    {
        ["additionalProperties"] = (SubschemaShape.One, Draft.Draft4, Draft.Draft202012),
        ["properties"] = (SubschemaShape.Map, Draft.Draft4, Draft.Draft202012),
        ["patternProperties"] = (SubschemaShape.Map, Draft.Draft4, Draft.Draft202012),
        ["dependencies"] = (SubschemaShape.Map, Draft.Draft4, Draft.Draft202012),
        ["definitions"] = (SubschemaShape.Map, Draft.Draft4, Draft.Draft202012),
        ["items"] = (SubschemaShape.OneOrMany, Draft.Draft4, Draft.Draft202012),
        ["additionalItems"] = (SubschemaShape.One, Draft.Draft4, Draft.Draft201909),
        ["allOf"] = (SubschemaShape.Many, Draft.Draft4, Draft.Draft202012),
        ["anyOf"] = (SubschemaShape.Many, Draft.Draft4, Draft.Draft202012),
        ["oneOf"] = (SubschemaShape.Many, Draft.Draft4, Draft.Draft202012),
        ["not"] = (SubschemaShape.One, Draft.Draft4, Draft.Draft202012),
        ["contains"] = (SubschemaShape.One, Draft.Draft6, Draft.Draft202012),
        ["propertyNames"] = (SubschemaShape.One, Draft.Draft6, Draft.Draft202012),
        ["if"] = (SubschemaShape.One, Draft.Draft7, Draft.Draft202012),
        ["then"] = (SubschemaShape.One, Draft.Draft7, Draft.Draft202012),
        ["else"] = (SubschemaShape.One, Draft.Draft7, Draft.Draft202012),
        ["$defs"] = (SubschemaShape.Map, Draft.Draft201909, Draft.Draft202012),
        ["dependentSchemas"] = (SubschemaShape.Map, Draft.Draft201909, Draft.Draft202012),
        ["unevaluatedItems"] = (SubschemaShape.One, Draft.Draft201909, Draft.Draft202012),
        ["unevaluatedProperties"] = (SubschemaShape.One, Draft.Draft201909, Draft.Draft202012),
        ["contentSchema"] = (SubschemaShape.One, Draft.Draft201909, Draft.Draft202012),
        ["prefixItems"] = (SubschemaShape.Many, Draft.Draft202012, Draft.Draft202012),
    };

    /// <summary>The schemas that stand directly in a schema, with their place relative to it.</summary>
    public static IEnumerable<(string[] Tokens, JsonNode Schema)> Of(JsonNode schema, Draft draft)
    {
        foreach (var (name, value) in schema.Members)
        {
            if (!s_keywords.TryGetValue(name, out var keyword) || draft < keyword.First || draft > keyword.Last)
            {
                continue;
            }

            if (value.IsArray && keyword.Shape is SubschemaShape.Many or SubschemaShape.OneOrMany)
            {
                for (var i = 0; i < value.Items.Length; i++)
                {
                    if (CanBe(value.Items[i], draft))
                    {
                        yield return ([name, i.ToString(CultureInfo.InvariantCulture)], value.Items[i]);
                    }
                }
            }
            else if (value.IsObject && keyword.Shape == SubschemaShape.Map)
            {
                foreach (var member in value.Members.Where(member => CanBe(member.Value, draft)))
                {
                    yield return ([name, member.Name], member.Value);
                }
            }
            else if (keyword.Shape is SubschemaShape.One or SubschemaShape.OneOrMany && CanBe(value, draft))
            {
                yield return ([name], value);
            }
        }
    }

    // Draft 4 knows no boolean schemas, but has boolean values in two of these places.
    private static bool CanBe(JsonNode node, Draft draft) => node.IsObject || (node.Kind == JsonKind.Boolean && draft != Draft.Draft4);
}
