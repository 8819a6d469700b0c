using Greetings;

var builder = WebApplication.CreateBuilder(args);
builder.AddInstrumentation().AddAspNetCore();
builder.Services.AddScoped<IGreeter, Greeter>();

var app = builder.Build();
app.UseInstrumentation();
app.MapGet("/greet/{language}", (IGreeter greeter, Language language) => greeter.Greet(language));
app.MapInstrumentation("/metrics");
app.Run();
