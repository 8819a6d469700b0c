using Instrumentation;
using SchemaRegistry.Api.Http;
using SchemaRegistry.Api.Schemas.Formats;

namespace SchemaRegistry.Api.Schemas.Documents;

[Instrumented]
internal sealed partial class DocumentService(ISchemaReader reader) : IDocumentService
{
    [MetricCounter(ValidationMetrics.Count, Description = ValidationMetrics.CountText, OutcomeTag = "result", Tags = ["format"])]
    [MetricHistogram(ValidationMetrics.Duration, Description = ValidationMetrics.DurationText, Tags = ["format"],
        Buckets = [.0001, .0005, .001, .005, .01, .025, .05, .1, .25, .5])]
    [MetricCounter(ValidationMetrics.Errors, Description = ValidationMetrics.ErrorsText, Value = "result.Count")]
    [MetricCounter("schema_registry_document_validations_total", Description = "Documents validated.", OutcomeTag = "result", Tags = ["format"])]
    [Tag("format", From = "schema.Format")]
    [Tag("error_type", From = "ValidationFault.Document")]
    [FailureWhen("result.Count > 0")]
    [SpanTag("schema.id", From = "schema.Id")]
    public async partial Task<IReadOnlyList<DocumentError>> ValidateAsync(
        StoredSchema schema, ReadOnlyMemory<byte> document, DocumentOptions options, CancellationToken cancellation)
    {
        var parsed = await reader.ReadAsync(schema, cancellation);
        try
        {
            return parsed.Validate(document.Span, options);
        }
        catch (WorkLimitException exception)
        {
            throw RegistryErrors.InvalidSchema($"The document cannot be validated: {exception.Message}");
        }
    }
}
