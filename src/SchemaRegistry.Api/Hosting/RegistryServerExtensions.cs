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
    }

    // UseUrls would win over what the user said.
    private static bool HasAddress(ConfigurationManager configuration) =>
        !string.IsNullOrEmpty(configuration["urls"])
        || !string.IsNullOrEmpty(configuration["http_ports"])
        || !string.IsNullOrEmpty(configuration["https_ports"])
        || configuration.GetSection("Kestrel:Endpoints").GetChildren().Any();
}
