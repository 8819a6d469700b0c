using SchemaRegistry.Api.Schemas.Formats;
using SchemaRegistry.Api.Schemas.Json.Model;
using SchemaRegistry.Api.Schemas.Json.Syntax;
using SchemaRegistry.Api.Schemas.Json.Validation;

namespace SchemaRegistry.Api.Schemas.Json.Keywords;

/// <summary><c>propertyNames</c>: the names as values.</summary>
internal sealed class PropertyNames(SchemaNode schema) : Keyword("propertyNames")
{
    public override bool IsValid(Evaluation evaluation, JsonNode instance) =>
        Array.TrueForAll(instance.Members, member => evaluation.IsValid(schema, evaluation.NameAsValue(member.Name, instance)));

    public override void Explain(Explanation explanation, JsonNode instance, DocumentPath path)
    {
        foreach (var (name, _) in instance.Members)
        {
            var value = explanation.Evaluation.NameAsValue(name, instance);
            if (!explanation.Evaluation.IsValid(schema, value))
            {
                explanation.Add(this, instance, path, $"has the name {Quotation.Of(name)}, which is not allowed");
                explanation.Explain(schema, value, path);
            }
        }
    }
}
