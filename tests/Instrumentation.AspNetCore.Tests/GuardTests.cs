using System.Net;
using System.Security.Claims;
using System.Text.Encodings.Web;
using Instrumentation.AspNetCore.Tests.Infrastructure;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Instrumentation.AspNetCore.Tests;

public sealed class GuardTests
{
    [Fact]
    public async Task ManagementPort_Set_ShowsMetricsAndDetailsThereAlone()
    {
        await using var app = await TestApp.StartAsync(Map, urls: "http://127.0.0.1:0;http://127.0.0.1:0");
        var (open, management) = (app.Addresses[0], app.Addresses[1]);
        app.Services.GetRequiredService<IOptions<AspNetCoreInstrumentationOptions>>().Value.ManagementPort = management.Port;

        Assert.Equal(HttpStatusCode.NotFound, (await GetAsync(app, open, "/metrics")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await GetAsync(app, open, "/metrics", host: $"x:{management.Port}")).StatusCode);
        Assert.DoesNotContain("checks", await TextAsync(app, open, "/health"));
        Assert.Contains("\"status\":\"healthy\"", await TextAsync(app, open, "/health"));
        Assert.Equal(HttpStatusCode.OK, (await GetAsync(app, open, "/health/ready")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await GetAsync(app, management, "/metrics")).StatusCode);
        Assert.Contains("checks", await TextAsync(app, management, "/health"));
    }

    [Fact]
    public async Task ManagementPort_OfItsOwn_IsListenedOnToo()
    {
        // A port that was free a moment ago; should somebody have taken it since, the next one is tried.
        for (var attempt = 0; ; attempt++)
        {
            var port = FreePort();
            try
            {
                await using var app = await TestApp.StartAsync(Map, options => options.ManagementPort = port);

                Assert.Equal(2, app.Addresses.Count);
                Assert.Equal(HttpStatusCode.NotFound, (await GetAsync(app, app.Address, "/metrics")).StatusCode);
                Assert.Equal(HttpStatusCode.OK, (await GetAsync(app, new Uri($"http://127.0.0.1:{port}"), "/metrics")).StatusCode);
                return;
            }
            catch (IOException) when (attempt < 5)
            {
            }
        }
    }

    [Theory]
    [InlineData(null, HttpStatusCode.Unauthorized)]
    [InlineData("guest", HttpStatusCode.Forbidden)]
    [InlineData("operator", HttpStatusCode.OK)]
    public async Task ManagementPolicy_Set_ShowsMetricsAndDetailsToWhomItAdmits(string? role, HttpStatusCode expected)
    {
        await using var app = await TestApp.StartAsync(
            static app =>
            {
                app.UseAuthentication();
                app.UseAuthorization();
                Map(app);
            },
            static options => (options.Prefix, options.ManagementPolicy) = ("policy", "operators"),
            static builder =>
            {
                builder.Services.AddAuthentication("header").AddScheme<AuthenticationSchemeOptions, HeaderAuthentication>("header", configureOptions: null);
                builder.Services.AddAuthorizationBuilder().AddPolicy("operators", static policy => policy.RequireRole("operator"));
            });

        Assert.Equal(expected, (await GetAsync(app, app.Address, "/metrics", role: role)).StatusCode);
        var health = await GetAsync(app, app.Address, "/health", role: role);
        Assert.Equal(HttpStatusCode.OK, health.StatusCode);
        Assert.Equal(expected == HttpStatusCode.OK, (await health.Content.ReadAsStringAsync()).Contains("checks", StringComparison.Ordinal));

        // Who was turned away is counted too.
        Assert.True((await app.StopAndScrapeAsync())["policy_http_requests_total"].Total(("path", "/metrics"), ("status", ((int)expected).ToString())) > 0);
    }

    private static void Map(WebApplication app)
    {
        app.MapInstrumentation();
        app.MapInstrumentationHealth();
    }

    private static async Task<string> TextAsync(TestApp app, Uri address, string path) => await (await GetAsync(app, address, path)).Content.ReadAsStringAsync();

    private static Task<HttpResponseMessage> GetAsync(TestApp app, Uri address, string path, string? role = null, string? host = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, new Uri(address, path));
        request.Headers.Host = host;
        if (role is not null)
        {
            request.Headers.Add("x-role", role);
        }

        return app.Http.SendAsync(request);
    }

    private static int FreePort()
    {
        using var listener = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private sealed class HeaderAuthentication(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder)
        : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
    {
        protected override Task<AuthenticateResult> HandleAuthenticateAsync()
        {
            if (Request.Headers["x-role"] is not [{ } role])
            {
                return Task.FromResult(AuthenticateResult.NoResult());
            }

            var identity = new ClaimsIdentity([new Claim(ClaimTypes.Role, role)], Scheme.Name);
            return Task.FromResult(AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), Scheme.Name)));
        }
    }
}
