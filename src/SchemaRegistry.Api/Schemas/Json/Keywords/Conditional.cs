using SchemaRegistry.Api.Schemas.Formats;
using SchemaRegistry.Api.Schemas.Json.Model;
using SchemaRegistry.Api.Schemas.Json.Syntax;
using SchemaRegistry.Api.Schemas.Json.Validation;

namespace SchemaRegistry.Api.Schemas.Json.Keywords;

/// <summary><c>if</c>, <c>then</c> and <c>else</c>.</summary>
internal sealed class Conditional : Keyword
{
    private readonly SchemaNode _if;
    private readonly SchemaNode? _then;
    private readonly SchemaNode? _else;

    private Conditional(SchemaNode condition, SchemaNode? then, SchemaNode? otherwise)
        : base("if")
    {
        _if = condition;
        _then = then;
        _else = otherwise;
    }

    public override IEnumerable<SchemaNode> InPlace => new[] { _if, _then, _else }.OfType<SchemaNode>();

    public static Conditional Read(KeywordContext context, JsonNode value) => new(
        context.Subschema("if", value),
        context["then"] is { } then ? context.Subschema("then", then) : null,
        context["else"] is { } otherwise ? context.Subschema("else", otherwise) : null);

    public override bool IsValid(Evaluation evaluation, JsonNode instance) =>
        (_then is null && _else is null) || Branch(evaluation, instance) is not { } branch || evaluation.IsValid(branch, instance);

    public override void Explain(Explanation explanation, JsonNode instance, DocumentPath path) =>
        explanation.Explain(Branch(explanation.Evaluation, instance)!, instance, path);

    public override void Mark(Evaluation evaluation, JsonNode instance, EvaluatedParts parts)
    {
        evaluation.Mark(_if, instance, parts);
        if (Branch(evaluation, instance) is { } branch)
        {
            evaluation.Mark(branch, instance, parts);
        }
    }

    private SchemaNode? Branch(Evaluation evaluation, JsonNode instance) => evaluation.IsValid(_if, instance) ? _then : _else;
}
