using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using SchemaRegistry.Api.Http;
using SchemaRegistry.Api.Schemas;
using SchemaRegistry.Api.Schemas.Documents;
using SchemaRegistry.Api.Schemas.Formats;

namespace SchemaRegistry.Api.V1;

/// <summary>Checks of documents and schemas; they change nothing.</summary>
internal static class V1CheckEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/validate/{id:guid}", DocumentAsync);
        api.MapPost("/schemas/{id:guid}/validate", DataAsync);
        api.MapPost("/validate/schema", SchemaAsync);
        api.MapPost("/compatibility/check", CompatibilityAsync);
    }

    // The body is the document itself; octets are read by the binary encoding of the schema's language.
    private static async Task<Answer<ValidationBody>> DocumentAsync(
        Guid id,
        RawBody body,
        [FromServices] ICatalogService catalog,
        [FromServices] IDocumentService documents,
        string? type,
        bool? strict,
        CancellationToken cancellation)
    {
        var (version, _) = await catalog.GetAsync(id, cancellation);
        var options = new DocumentOptions(body.IsBinary ? DocumentEncoding.Binary : DocumentEncoding.Json, type, strict ?? false);
        return Answer.Of(ValidationBody.Of(await documents.ValidateAsync(version.Schema, body.Bytes, options, cancellation), version.Schema.Id));
    }

    private static async Task<Answer<ValidationBody>> DataAsync(
        Guid id,
        JsonBody<ValidationRequest> body,
        [FromServices] ICatalogService catalog,
        [FromServices] IDocumentService documents,
        CancellationToken cancellation)
    {
        var (version, _) = await catalog.GetAsync(id, cancellation);
        var request = body.Value;
        if (request.Data.ValueKind == JsonValueKind.Undefined)
        {
            throw RegistryErrors.UnexpectedBody("data is missing: it is the document.");
        }

        var options = new DocumentOptions(DocumentEncoding.Json, request.Type, request.Strict ?? false);
        var utf8 = Encoding.UTF8.GetBytes(request.Data.GetRawText());
        return Answer.Of(ValidationBody.Of(await documents.ValidateAsync(version.Schema, utf8, options, cancellation), version.Schema.Id));
    }

    private static async Task<Answer<ValidationBody>> SchemaAsync(
        JsonBody<RegisterRequest> body, [FromServices] ISchemaReader reader, CancellationToken cancellation)
    {
        body.Value.Subject ??= "schema";
        try
        {
            await reader.ReadAsync(body.Value.ToSchema(), normalize: false, cancellation);
            return Answer.Of(ValidationBody.Of([], schemaId: null));
        }
        catch (RegistryException invalid) when (invalid.Code == RegistryErrors.InvalidSchemaCode)
        {
            return Answer.Of(ValidationBody.Of([new DocumentError(string.Empty, string.Empty, invalid.Message)], schemaId: null));
        }
    }

    private static async Task<Answer<V1CompatibilityBody>> CompatibilityAsync(
        JsonBody<V1CompatibilityRequest> body, [FromServices] IComparisonService comparisons, CancellationToken cancellation) =>
        Answer.Of(V1CompatibilityBody.Of(await comparisons.CompareAsync(body.Value, cancellation)));
}
