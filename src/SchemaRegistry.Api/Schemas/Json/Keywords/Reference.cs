using SchemaRegistry.Api.Schemas.Formats;
using SchemaRegistry.Api.Schemas.Json.Model;
using SchemaRegistry.Api.Schemas.Json.Syntax;
using SchemaRegistry.Api.Schemas.Json.Validation;

namespace SchemaRegistry.Api.Schemas.Json.Keywords;

/// <summary><c>$ref</c>: the value is valid for another schema.</summary>
internal sealed class Reference() : Keyword("$ref")
{
    /// <summary>The other schema; set when all texts are read.</summary>
    public SchemaNode Target { get; private set; } = null!;

    public override IEnumerable<SchemaNode> InPlace => [Target];

    public static Reference Read(KeywordContext context, JsonNode value)
    {
        var reference = new Reference();
        context.Compiler.Refer(context.Node, context.Expect("$ref", value, JsonKind.String), (target, _) => reference.Target = target);
        return reference;
    }

    public override bool IsValid(Evaluation evaluation, JsonNode instance) => evaluation.IsValid(Target, instance);

    public override void Explain(Explanation explanation, JsonNode instance, DocumentPath path) => explanation.Explain(Target, instance, path);
}
