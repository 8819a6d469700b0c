namespace SchemaRegistry.Api.Schemas;

/// <summary>What the metrics of schemas and of documents have in common.</summary>
internal static class ValidationMetrics
{
    public const string Count = "schema_registry_validations_total";
    public const string CountText = "Schema texts and documents checked.";
    public const string Duration = "schema_registry_validation_duration_seconds";
    public const string DurationText = "Time to check a schema text or a document.";
    public const string Errors = "schema_registry_validation_errors_total";
    public const string ErrorsText = "Errors found in schema texts and documents.";
}
