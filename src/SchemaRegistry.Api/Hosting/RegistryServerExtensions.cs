using SchemaRegistry.Api.Http;

namespace SchemaRegistry.Api.Hosting;

internal static class RegistryServerExtensions
{
    private const string DefaultUrl = "http://localhost:8080";

    public static void AddRegistryServer(this WebApplicationBuilder builder)
    {
        if (!HasAddress(builder.Configuration))
        {
            builder.WebHost.UseUrls(DefaultUrl);
        }

        builder.WebHost.ConfigureKestrel(static kestrel =>
        {
            kestrel.AddServerHeader = false;

            // A subject of the greatest length, every character percent-encoded, must fit.
            kestrel.Limits.MaxRequestLineSize = 16 * 1024;
        });
        builder.Services.AddResponseCompression(static compression =>
        {
            // What an answer holds is what a schema says, and no secret of the client that an attacker could find by its length.
            compression.EnableForHttps = true;
            compression.MimeTypes = [.. MediaTypes.Confluent.Produced, ProblemBody.MediaType, "text/html"];
        });
    }

    // UseUrls would win over what the user said.
    private static bool HasAddress(ConfigurationManager configuration) =>
        !string.IsNullOrEmpty(configuration["urls"])
        || !string.IsNullOrEmpty(configuration["http_ports"])
        || !string.IsNullOrEmpty(configuration["https_ports"])
        || configuration.GetSection("Kestrel:Endpoints").GetChildren().Any();
}
