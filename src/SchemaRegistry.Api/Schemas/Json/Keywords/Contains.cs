using SchemaRegistry.Api.Schemas.Formats;
using SchemaRegistry.Api.Schemas.Json.Model;
using SchemaRegistry.Api.Schemas.Json.Syntax;
using SchemaRegistry.Api.Schemas.Json.Validation;

namespace SchemaRegistry.Api.Schemas.Json.Keywords;

/// <summary><c>contains</c> with <c>minContains</c> and <c>maxContains</c>: how many items are valid for a schema.</summary>
internal sealed class Contains : Keyword
{
    private readonly SchemaNode _schema;
    private readonly JsonNumber _least;
    private readonly JsonNumber? _most;
    private readonly bool _marks;

    private Contains(SchemaNode schema, JsonNumber least, JsonNumber? most, bool marks)
        : base("contains")
    {
        _schema = schema;
        _least = least;
        _most = most;
        _marks = marks;
    }

    public static Contains Read(KeywordContext context, JsonNode value)
    {
        var counts = context.Draft >= Draft.Draft201909 && context.Dialect.Has(Vocabularies.Validation);
        return new Contains(
            context.Subschema("contains", value),
            (counts ? Limit(context, "minContains") : null) ?? JsonNumber.Of(1),
            counts ? Limit(context, "maxContains") : null,
            marks: context.Draft == Draft.Draft202012);
    }

    public override bool IsValid(Evaluation evaluation, JsonNode instance)
    {
        if (!instance.IsArray)
        {
            return true;
        }

        var count = JsonNumber.Of(CountIn(evaluation, instance));
        return count >= _least && (_most is not { } most || count <= most);
    }

    public override void Explain(Explanation explanation, JsonNode instance, DocumentPath path) => explanation.Add(
        this,
        instance,
        path,
        $"must have at least {_least}{(_most is { } most ? $" and at most {most}" : string.Empty)} items that match, not {CountIn(explanation.Evaluation, instance)}");

    public override void Mark(Evaluation evaluation, JsonNode instance, EvaluatedParts parts)
    {
        foreach (var (index, item) in instance.Items.Index())
        {
            if (_marks && evaluation.IsValid(_schema, item))
            {
                parts.AddItem(index);
            }
        }
    }

    private static JsonNumber? Limit(KeywordContext context, string keyword) =>
        context[keyword] is { } value ? context.Expect(keyword, value, JsonKind.Number).Number : null;

    private int CountIn(Evaluation evaluation, JsonNode instance) => instance.Items.Count(item => evaluation.IsValid(_schema, item));
}
