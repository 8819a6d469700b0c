using System.Security.Cryptography;
using System.Text;
using Instrumentation.AspNetCore;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;
using SchemaRegistry.Api.Hosting;
using SchemaRegistry.Api.Http;

namespace SchemaRegistry.Api.Admin;

/// <summary>Admits who brings the key of the configuration; without such a key nobody. Where there is a port for management, only what comes in on that; where there is a policy for it, the endpoints ask for that too.</summary>
internal sealed class AdminGuard(IOptions<RegistryOptions> registry, IOptions<AspNetCoreInstrumentationOptions> instrumentation) : IEndpointFilter
{
    private const string Scheme = "Bearer";

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        if (Refusal(http) is not { } refusal)
        {
            return await next(context);
        }

        if (refusal.Status == StatusCodes.Status401Unauthorized)
        {
            http.Response.Headers.WWWAuthenticate = Scheme;
        }

        await ProblemBody.WriteAsync(http, refusal);
        return Results.Empty;
    }

    private RegistryException? Refusal(HttpContext http)
    {
        if (instrumentation.Value.ManagementPort is { } port && http.Connection.LocalPort != port)
        {
            return RegistryErrors.OfStatus(StatusCodes.Status404NotFound);
        }

        if (registry.Value.AdminKey is not { } key)
        {
            return new RegistryException(403, 403, "Administration is off: start the registry with Registry__AdminKey set to a secret, and send it as 'Authorization: Bearer <secret>'.");
        }

        return IsKey(http.Request.Headers[HeaderNames.Authorization].ToString(), key)
            ? null
            : new RegistryException(401, 401, "This needs the registry's admin key: send it as 'Authorization: Bearer <key>'.");
    }

    // Hashes have one length, and comparing them takes one time.
    private static bool IsKey(string header, string key) =>
        header.StartsWith(Scheme + " ", StringComparison.OrdinalIgnoreCase)
        && CryptographicOperations.FixedTimeEquals(SHA256.HashData(Encoding.UTF8.GetBytes(header[(Scheme.Length + 1)..].Trim())), SHA256.HashData(Encoding.UTF8.GetBytes(key)));
}
