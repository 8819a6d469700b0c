using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace SchemaRegistry.Api.Tests.Infrastructure;

/// <summary>The real application on the real server, on a free port, with an empty database.</summary>
public sealed class RegistryServer : WebApplicationFactory<Program>
{
    private readonly TemporaryFolder _data = new();
    private readonly Action<IServiceCollection>? _replace;

    public RegistryServer()
        : this(replace: null)
    {
    }

    internal RegistryServer(Action<IServiceCollection>? replace)
    {
        _replace = replace;
        UseKestrel(0);
        StartServer();
        Registry = new RegistryClient(CreateClient());
    }

    internal RegistryClient Registry { get; }

    internal string DatabaseFile => Path.Combine(_data.Path, "registry.db");

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseSetting("Registry:DataDirectory", _data.Path);
        builder.UseSetting("Logging:LogLevel:Default", "None");
        builder.UseSetting("Logging:LogLevel:Microsoft.AspNetCore", "None");
        builder.ConfigureTestServices(services => _replace?.Invoke(services));
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing)
        {
            _data.Dispose();
        }
    }
}
