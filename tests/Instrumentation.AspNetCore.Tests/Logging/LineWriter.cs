using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Instrumentation.AspNetCore.Tests.Logging;

/// <summary>A service that writes log lines from many threads, some of them what an attacker would; run as a process, so that its console is a real one.</summary>
internal static class LineWriter
{
    public const int Lines = 100_000;

    private const int Writers = 8;
    private const int Huge = 20_000;

    private static readonly string s_huge = new('\u0001', 1 << 20);

    private static readonly string[] s_hostile =
    [
        "plain",
        "a\nb\r\n{\"level\":\"INFO\",\"message\":\"forged\"}",
        "quotes \" and \\ and \"},{\"message\":\"forged\"",
        "\0\u0001\u001b[31m\u007f\u0085\u2028\u2029",
        "\ud800 half a pair \udc00",
        "{Value} {0} {{ }}",
        "\u202e right to left \ufeff",
    ];

    /// <summary>What a line says.</summary>
    public static string Value(int number) => number % Huge == 0 ? s_huge : s_hostile[number % s_hostile.Length];

    private static async Task Main()
    {
        var builder = WebApplication.CreateBuilder();
        builder.Configuration["JSON_LOGS"] = "true";
        builder.AddInstrumentation().AddAspNetCore();

        // What waits to be written is, before the host is disposed.
        await using var app = builder.Build();
        var logger = app.Services.GetRequiredService<ILoggerFactory>().CreateLogger("Load");
        await Task.WhenAll(Enumerable.Range(0, Writers).Select(writer => Task.Run(() =>
        {
            for (var i = writer; i < Lines; i += Writers)
            {
                CorrelationContext.Id = $"{i}";
                logger.LogInformation("{Number} says {Value}", i, Value(i));
            }
        })));
    }
}
