using SchemaRegistry.Api.Schemas.Json.Keywords;

namespace SchemaRegistry.Api.Schemas.Json.Model;

/// <summary>Refuses references that lead to nothing but each other.</summary>
internal static class ReferenceCycles
{
    public static void Refuse(IReadOnlyList<SchemaNode> nodes)
    {
        var harmless = new HashSet<SchemaNode>();
        foreach (var start in nodes)
        {
            var path = new HashSet<SchemaNode>();
            for (var node = start; node is { Keywords: [Reference reference] } && !harmless.Contains(node); node = reference.Target)
            {
                if (!path.Add(node))
                {
                    throw SchemaCompiler.Fail(node.Place, node.Source, "the references lead in a circle and say nothing");
                }
            }

            harmless.UnionWith(path);
        }
    }
}
