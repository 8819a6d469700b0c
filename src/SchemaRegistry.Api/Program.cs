using SchemaRegistry.Api.Admin;
using SchemaRegistry.Api.Commands;
using SchemaRegistry.Api.Compatibility;
using SchemaRegistry.Api.Config;
using SchemaRegistry.Api.Hosting;
using SchemaRegistry.Api.Http;
using SchemaRegistry.Api.Modes;
using SchemaRegistry.Api.OpenApi;
using SchemaRegistry.Api.Schemas;
using SchemaRegistry.Api.Server;
using SchemaRegistry.Api.Storage;
using SchemaRegistry.Api.Subjects;
using SchemaRegistry.Api.Telemetry;
using SchemaRegistry.Api.V1;
using SchemaRegistry.Api.Web;

if (CommandLine.Find(args) is { } command)
{
    return await command.RunAsync();
}

// The content root is the program's own folder: data/ alone belongs to where the user stands.
var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
builder.AddInstrumentation().AddAspNetCore(static options =>
{
    options.Prefix = "schema_registry";

    // Consumers read schemas all the time; a line each would say nothing that the metrics do not.
    options.ReadLogLevel = LogLevel.Debug;

    // As the dashboards of the system that the registry stands in for have them.
    options.Process.WorkItemsActive = "tokio_tasks_active";
    options.Process.WorkItems = "tokio_tasks_total";
});
builder.AddRegistryServer();
builder.AddRegistryServices();
builder.AddRegistryOpenApi();

await using var app = builder.Build();
if (!DatabaseStartup.TryOpen(app.Services))
{
    return 1;
}

app.UseInstrumentation();
app.UseResponseCompression();
app.UseRegistryErrors();
app.MapInstrumentation("/metrics");
app.MapInstrumentationHealth();
app.MapRegistryOpenApi();
WebPage.Map(app);

var api = app.MapGroup("").WithMetadata(NegotiatedMetadata.Confluent).WithConfluentOperations().WithHeadRequests();
ServerEndpoints.Map(api);
SubjectEndpoints.Map(api);
VersionEndpoints.Map(api);
SchemaEndpoints.Map(api);
CompatibilityEndpoints.Map(api);
ConfigEndpoints.Map(api);
ModeEndpoints.Map(api);

var v1 = app.MapGroup(V1Api.Prefix).WithMetadata(NegotiatedMetadata.Json).WithHeadRequests();
V1SchemaEndpoints.Map(v1);
V1SubjectEndpoints.Map(v1);
V1CheckEndpoints.Map(v1);
V1ConnectionEndpoints.Map(v1);

AdminEndpoints.Map(v1);

await app.RunAsync();
return 0;
