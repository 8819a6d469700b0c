using SchemaRegistry.Api.Compatibility;
using SchemaRegistry.Api.Config;
using SchemaRegistry.Api.Health;
using SchemaRegistry.Api.Hosting;
using SchemaRegistry.Api.Http;
using SchemaRegistry.Api.Modes;
using SchemaRegistry.Api.Schemas;
using SchemaRegistry.Api.Server;
using SchemaRegistry.Api.Subjects;

// The content root is the program's own folder: data/ alone belongs to where the user stands.
var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
builder.AddInstrumentation().AddAspNetCore();
builder.AddRegistryServer();
builder.AddRegistryServices();

var app = builder.Build();
app.UseInstrumentation();
app.UseRegistryErrors();
app.MapInstrumentation("/metrics");
app.MapHealth();

var api = app.MapGroup("").WithMetadata(NegotiatedMetadata.Instance);
ServerEndpoints.Map(api);
SubjectEndpoints.Map(api);
VersionEndpoints.Map(api);
SchemaEndpoints.Map(api);
CompatibilityEndpoints.Map(api);
ConfigEndpoints.Map(api);
ModeEndpoints.Map(api);

await app.RunAsync();
