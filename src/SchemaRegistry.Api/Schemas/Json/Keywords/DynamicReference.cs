using SchemaRegistry.Api.Schemas.Json.Model;
using SchemaRegistry.Api.Schemas.Json.Syntax;
using SchemaRegistry.Api.Schemas.Json.Validation;

namespace SchemaRegistry.Api.Schemas.Json.Keywords;

/// <summary><c>$dynamicRef</c>: as <c>$ref</c>, but the outermost schema on the way here that has the same dynamic anchor takes the target's place.</summary>
internal sealed class DynamicReference(SchemaCompiler compiler) : Keyword("$dynamicRef")
{
    private string? _anchor;

    /// <summary>The schema where no other takes its place.</summary>
    public SchemaNode Target { get; private set; } = null!;

    public override IEnumerable<SchemaNode> InPlace => [Target];

    public static DynamicReference Read(KeywordContext context, JsonNode value)
    {
        var reference = new DynamicReference(context.Compiler);
        context.Compiler.SetDynamic();
        context.Compiler.Refer(context.Node, context.Expect("$dynamicRef", value, JsonKind.String), (target, _) =>
        {
            reference.Target = target;
            var anchor = UriReference.Parse(value.Text).Fragment;
            reference._anchor = anchor is not null && target.Source.FindText("$dynamicAnchor") == anchor ? anchor : null;
        });
        return reference;
    }

    public override bool IsValid(Evaluation evaluation, JsonNode instance) => evaluation.IsValid(TargetIn(evaluation), instance);

    public override void Explain(Explanation explanation, JsonNode instance, InstancePath path) =>
        explanation.Explain(TargetIn(explanation.Evaluation), instance, path);

    public override void Mark(Evaluation evaluation, JsonNode instance, EvaluatedParts parts) => evaluation.Mark(TargetIn(evaluation), instance, parts);

    private SchemaNode TargetIn(Evaluation evaluation)
    {
        if (_anchor is not null)
        {
            foreach (var resource in evaluation.Scope.Resources)
            {
                if (resource.DynamicAnchors.TryGetValue(_anchor, out var schema))
                {
                    return compiler.NodeOf(schema);
                }
            }
        }

        return Target;
    }
}
