using BenchmarkDotNet.Attributes;
using Instrumentation.Metrics;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using SchemaRegistry.Api.Hosting;
using SchemaRegistry.Api.Modes;
using SchemaRegistry.Api.Schemas;
using SchemaRegistry.Api.Storage;
using SchemaRegistry.Api.Subjects;

namespace SchemaRegistry.Benchmarks;

/// <summary>The registry's services as the container gives them, while <c>/metrics</c> is read: what a request pays between its route and the database, telemetry included.</summary>
public class Services
{
    private const int Writers = 64;

    private readonly string _folder = Directory.CreateTempSubdirectory("registry").FullName;
    private WebApplication? _application;
    private ISchemaService? _schemas;
    private IRegistrationService? _registrations;
    private IModeRepository? _modes;
    private int _next;

    // The in-process toolchain does not wait for a setup's task.
    [GlobalSetup]
    public void Start()
    {
        var builder = WebApplication.CreateBuilder();
        builder.Configuration["Registry:DataDirectory"] = _folder;
        builder.AddInstrumentation();
        builder.AddRegistryServices();
        _application = builder.Build();
        _application.Services.GetRequiredService<SqliteDatabase>().Open();
        _schemas = _application.Services.GetRequiredService<ISchemaService>();
        _registrations = _application.Services.GetRequiredService<IRegistrationService>();
        _modes = _application.Services.GetRequiredService<IModeRepository>();
        RegisterAsync().GetAwaiter().GetResult();
        MetricRegistry.StartCollecting();
    }

    [GlobalCleanup]
    public void Stop()
    {
        _application!.DisposeAsync().AsTask().GetAwaiter().GetResult();
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>Never pending: it is remembered.</summary>
    [Benchmark(Description = "a schema by its id")]
    public async Task GetAsync() => await _schemas!.DocumentAsync(1, CancellationToken.None);

    /// <summary>Pending until the writer has it.</summary>
    [Benchmark(Description = "a new version of a subject")]
    public async Task RegisterAsync() =>
        await _registrations!.RegisterAsync(new NewSchema("subject", SchemaFormat.Json, $$"""{"title":"{{_next++}}"}""", [], null, null), normalize: false, CancellationToken.None);

    /// <summary>All but the first are pending while the writer has another one; they share its transactions, so that the disk is the smaller part.</summary>
    [Benchmark(Description = "a write that waits for the one writer", OperationsPerInvoke = Writers)]
    public Task WriteAsync()
    {
        var writes = new Task[Writers];
        for (var i = 0; i < Writers; i++)
        {
            writes[i] = _modes!.SetAsync("subject", RegistryMode.ReadWrite, CancellationToken.None);
        }

        return Task.WhenAll(writes);
    }
}
