namespace SchemaRegistry.Api.OpenApi;

/// <summary>The description of both APIs for programs, and a page to try it out for people; all of the page comes from this server.</summary>
internal static class OpenApiExtensions
{
    private const string Document = "v1";

    public static void AddRegistryOpenApi(this WebApplicationBuilder builder) => builder.Services.AddOpenApi(Document, static options =>
    {
        // HEAD is GET without the body, and nothing to describe.
        options.ShouldInclude = static operation => !HttpMethods.IsHead(operation.HttpMethod ?? string.Empty);
        options.AddDocumentTransformer(static (document, _, _) =>
        {
            document.Info.Title = "Schema registry";
            document.Info.Description = "The Confluent Schema Registry API, and under /api/v1 the registry's own.";
            return Task.CompletedTask;
        });
        options.AddOperationTransformer<OperationTransformer>();
    });

    public static void MapRegistryOpenApi(this WebApplication app)
    {
        app.MapOpenApi();
        app.UseSwaggerUI(static options =>
        {
            options.DocumentTitle = "Schema registry";
            options.SwaggerEndpoint($"/openapi/{Document}.json", "Schema registry");
        });
    }
}
