using System.Text;
using Instrumentation;
using SchemaRegistry.Api.Http;
using SchemaRegistry.Api.Schemas.Formats;

namespace SchemaRegistry.Api.Schemas;

[Instrumented]
internal sealed class SchemaValidator(IReferenceResolver references, IEnumerable<IFormatParser> parsers) : ISchemaValidator
{
    [MetricCounter("schema_registry_validations_total", Description = "Schema texts checked.", OutcomeTag = "result")]
    [Tag("format", From = "schema.Format")]
    [SpanTag("schema.subject", From = "schema.Subject")]
    public async Task ValidateAsync(NewSchema schema, CancellationToken cancellation)
    {
        if (schema.IsEmpty)
        {
            throw RegistryErrors.InvalidSchema("Empty schema");
        }

        var parser = parsers.FirstOrDefault(parser => parser.Format == schema.Format)
            ?? throw RegistryErrors.InvalidSchema($"Invalid schema: {SchemaFormats.WireName(schema.Format)} is not supported yet");
        var resolved = await references.ResolveAsync(schema.References, cancellation);
        if (resolved.FirstOrDefault(reference => reference.Format != schema.Format) is { } stranger)
        {
            throw RegistryErrors.InvalidSchema(
                $"Invalid {SchemaFormats.WireName(schema.Format)} schema: a reference leads to a schema of type {SchemaFormats.WireName(stranger.Format)}");
        }

        var utf8 = Encoding.UTF8.GetBytes(schema.Text);
        try
        {
            parser.Check(utf8, resolved);
        }
        catch (WorkLimitException exception)
        {
            throw RegistryErrors.InvalidSchema($"Invalid {SchemaFormats.WireName(schema.Format)} schema: {exception.Message}");
        }
        catch (SchemaSyntaxException exception)
        {
            throw RegistryErrors.InvalidSchema(
                $"Invalid {SchemaFormats.WireName(schema.Format)} schema: {TextPosition.Of(utf8, exception.Offset)}: {exception.Message}");
        }
    }
}
