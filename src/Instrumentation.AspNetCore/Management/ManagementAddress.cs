using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace Instrumentation.AspNetCore.Management;

/// <summary>Lets the server listen on the management port beside the addresses that the host has configured; it runs after those are known and before the server starts.</summary>
internal sealed class ManagementAddress(IOptions<AspNetCoreInstrumentationOptions> options, IConfiguration configuration) : IStartupFilter
{
    private const string FrameworkDefault = "http://localhost:5000";

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        // Addresses mean nothing to a server whose endpoints are listed: the host lists this port among them.
        if (options.Value.ManagementPort is { } port && !configuration.GetSection("Kestrel:Endpoints").GetChildren().Any()
            && app.ServerFeatures.Get<IServerAddressesFeature>() is { Addresses: { IsReadOnly: false } addresses })
        {
            if (addresses.Count == 0)
            {
                addresses.Add(FrameworkDefault);
            }

            if (!addresses.Any(address => PortOf(address) == port))
            {
                addresses.Add(string.Create(CultureInfo.InvariantCulture, $"http://*:{port}"));
            }
        }

        next(app);
    };

    private static int PortOf(string address) => BindingAddress.Parse(address).Port;
}
