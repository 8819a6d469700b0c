using System.Text;
using Instrumentation;
using SchemaRegistry.Api.Caching;
using SchemaRegistry.Api.Http;
using SchemaRegistry.Api.Schemas.Formats;

namespace SchemaRegistry.Api.Schemas;

[Instrumented]
internal sealed partial class SchemaReader(IReferenceResolver references, IEnumerable<ISchemaFormat> formats, RegistryCache cache) : ISchemaReader
{
    [MetricCounter(ValidationMetrics.Count, Description = ValidationMetrics.CountText, OutcomeTag = "result")]
    [MetricHistogram(ValidationMetrics.Duration, Description = ValidationMetrics.DurationText, Tags = ["format"],
        Buckets = [.0001, .0005, .001, .005, .01, .025, .05, .1, .25, .5])]
    [Tag("format", From = "schema.Format")]
    [SpanTag("schema.subject", From = "schema.Subject")]
    public async partial Task<CandidateSchema> ReadAsync(NewSchema schema, bool normalize, CancellationToken cancellation)
    {
        if (schema.IsEmpty)
        {
            throw RegistryErrors.InvalidSchema("Empty schema");
        }

        var parsed = Parse(schema.Format, schema.Text, await references.ResolveAsync(schema.Format, schema.References, cancellation));
        try
        {
            var read = schema with
            {
                Text = normalize ? parsed.CanonicalText : parsed.WasSerialized ? parsed.IdentityText : schema.Text,
                References = normalize ? [.. schema.References.Distinct().OrderBy(static reference => reference.Name, StringComparer.Ordinal)] : schema.References,
            };
            return new CandidateSchema(read, parsed, normalize ? parsed.CanonicalText : parsed.IdentityText);
        }
        catch (WorkLimitException exception)
        {
            throw Refuse(schema.Format, ValidationFault.TooMuchWork, exception.Message);
        }
    }

    public async partial ValueTask<IParsedSchema> ReadAsync(StoredSchema schema, CancellationToken cancellation)
    {
        var known = await cache.Parsed.GetAsync(
            schema.Id, (Reader: this, Schema: schema), static (_, wanted) => wanted.Reader.LoadAsync(wanted.Schema), cancellation);
        return known!.IsOf(schema) ? known.Parsed : (await LoadAsync(schema))!.Parsed;
    }

    private async ValueTask<ParsedDocument?> LoadAsync(StoredSchema schema) => new(
        schema, Parse(schema.Format, schema.Text, await references.ResolveAsync(schema.Format, schema.References, CancellationToken.None)));

    private IParsedSchema Parse(SchemaFormat format, string text, IReadOnlyList<NamedSchema> resolved)
    {
        var utf8 = Encoding.UTF8.GetBytes(text);
        try
        {
            return formats.First(candidate => candidate.Format == format).Parse(utf8, resolved);
        }
        catch (WorkLimitException exception)
        {
            throw Refuse(format, ValidationFault.TooMuchWork, exception.Message);
        }
        catch (SchemaSyntaxException exception)
        {
            throw Refuse(format, ValidationFault.Syntax, $"{TextPosition.Of(utf8, exception.Offset)}: {exception.Message}");
        }
    }

    [MetricCounter(ValidationMetrics.Errors, Description = ValidationMetrics.ErrorsText)]
    [Tag("format", From = "format")]
    [Tag("error_type", From = "fault")]
    internal static RegistryException Refuse(SchemaFormat format, ValidationFault fault, string reason) =>
        RegistryErrors.InvalidSchema($"Invalid {SchemaFormats.WireName(format)} schema: {reason}");
}
