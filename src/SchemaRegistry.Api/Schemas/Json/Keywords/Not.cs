using SchemaRegistry.Api.Schemas.Json.Model;
using SchemaRegistry.Api.Schemas.Json.Syntax;
using SchemaRegistry.Api.Schemas.Json.Validation;

namespace SchemaRegistry.Api.Schemas.Json.Keywords;

/// <summary><c>not</c>: the value is not valid for a schema.</summary>
internal sealed class Not(SchemaNode schema) : Keyword("not")
{
    public override bool IsValid(Evaluation evaluation, JsonNode instance) => !evaluation.IsValid(schema, instance);

    protected override string Reason(JsonNode instance) => "is valid for the schema under \"not\"";
}
