using SchemaRegistry.Api.Schemas.Json.Model;
using SchemaRegistry.Api.Schemas.Json.Syntax;
using SchemaRegistry.Api.Schemas.Json.Validation;

namespace SchemaRegistry.Api.Schemas.Json.Keywords;

/// <summary><c>$recursiveRef</c> of draft 2019-09: the outermost schema on the way here that is a recursive anchor, if the target is one.</summary>
internal sealed class RecursiveReference(SchemaCompiler compiler) : Keyword("$recursiveRef")
{
    private SchemaResource? _resource;

    /// <summary>The schema where no other takes its place.</summary>
    public SchemaNode Target { get; private set; } = null!;

    public override IEnumerable<SchemaNode> InPlace => [Target];

    public static RecursiveReference Read(KeywordContext context, JsonNode value)
    {
        var reference = new RecursiveReference(context.Compiler);
        context.Compiler.SetDynamic();
        context.Compiler.Refer(context.Node, context.Expect("$recursiveRef", value, JsonKind.String), (target, resource) =>
        {
            reference.Target = target;
            reference._resource = resource;
        });
        return reference;
    }

    public override bool IsValid(Evaluation evaluation, JsonNode instance) => evaluation.IsValid(TargetIn(evaluation), instance);

    public override void Explain(Explanation explanation, JsonNode instance, InstancePath path) =>
        explanation.Explain(TargetIn(explanation.Evaluation), instance, path);

    public override void Mark(Evaluation evaluation, JsonNode instance, EvaluatedParts parts) => evaluation.Mark(TargetIn(evaluation), instance, parts);

    private SchemaNode TargetIn(Evaluation evaluation) =>
        _resource is { IsRecursiveAnchor: true }
        && evaluation.Scope.Resources.FirstOrDefault(static resource => resource.IsRecursiveAnchor) is { } outermost
            ? compiler.NodeOf(outermost.Root)
            : Target;
}
