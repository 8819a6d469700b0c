using SchemaRegistry.Api.Schemas.Formats;
using SchemaRegistry.Api.Schemas.Json.Model;
using SchemaRegistry.Api.Schemas.Json.Syntax;
using SchemaRegistry.Api.Schemas.Json.Validation;

namespace SchemaRegistry.Api.Schemas.Json.Keywords;

/// <summary><c>$dynamicRef</c>, and <c>$recursiveRef</c> of draft 2019-09: as <c>$ref</c>, but where the target is such an anchor, the outermost schema on the way
/// here that is the same anchor takes its place.</summary>
internal sealed class DynamicReference(string name, SchemaCompiler compiler) : Keyword(name)
{
    // What a resource on the way has to put in the target's place; none where the target is no anchor.
    private Func<SchemaResource, JsonNode?>? _substitute;

    /// <summary>The schema where no other takes its place.</summary>
    public SchemaNode Target { get; private set; } = null!;

    public override IEnumerable<SchemaNode> InPlace => [Target];

    public static DynamicReference Read(KeywordContext context, JsonNode value) => Read("$dynamicRef", context, value, (target, _) =>
        UriReference.Parse(value.Text).Fragment is { } anchor && target.Source.FindText("$dynamicAnchor") == anchor
            ? resource => resource.DynamicAnchors.GetValueOrDefault(anchor)
            : null);

    public static DynamicReference ReadRecursive(KeywordContext context, JsonNode value) => Read("$recursiveRef", context, value, static (_, resource) =>
        resource.IsRecursiveAnchor ? static outer => outer.IsRecursiveAnchor ? outer.Root : null : null);

    public override bool IsValid(Evaluation evaluation, JsonNode instance) => evaluation.IsValid(TargetIn(evaluation), instance);

    public override void Explain(Explanation explanation, JsonNode instance, DocumentPath path) =>
        explanation.Explain(TargetIn(explanation.Evaluation), instance, path);

    public override void Mark(Evaluation evaluation, JsonNode instance, EvaluatedParts parts) => evaluation.Mark(TargetIn(evaluation), instance, parts);

    private static DynamicReference Read(
        string name, KeywordContext context, JsonNode value, Func<SchemaNode, SchemaResource, Func<SchemaResource, JsonNode?>?> substituteOf)
    {
        var reference = new DynamicReference(name, context.Compiler);
        context.Compiler.SetDynamic();
        context.Compiler.Refer(context.Node, context.Expect(name, value, JsonKind.String), (target, resource) =>
        {
            reference.Target = target;
            reference._substitute = substituteOf(target, resource);
        });
        return reference;
    }

    private SchemaNode TargetIn(Evaluation evaluation)
    {
        if (_substitute is not null)
        {
            foreach (var resource in evaluation.Scope.Resources)
            {
                if (_substitute(resource) is { } schema)
                {
                    return compiler.NodeOf(schema);
                }
            }
        }

        return Target;
    }
}
