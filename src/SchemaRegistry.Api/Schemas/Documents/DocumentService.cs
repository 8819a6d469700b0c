using Instrumentation;
using SchemaRegistry.Api.Http;
using SchemaRegistry.Api.Schemas.Formats;

namespace SchemaRegistry.Api.Schemas.Documents;

[Instrumented]
internal sealed partial class DocumentService(ISchemaReader reader) : IDocumentService
{
    [MetricCounter("schema_registry_document_validations_total", Description = "Documents validated.", OutcomeTag = "result", Tags = ["format", "valid"])]
    [MetricHistogram("schema_registry_document_validation_duration_seconds", Description = "Time to validate a document.", OutcomeTag = "", Tags = ["format"])]
    [Tag("format", From = "schema.Format")]
    [Tag("valid", From = "result.Count == 0")]
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
