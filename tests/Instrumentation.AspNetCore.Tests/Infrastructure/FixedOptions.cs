using Microsoft.Extensions.Logging.Console;
using Microsoft.Extensions.Options;

namespace Instrumentation.AspNetCore.Tests.Infrastructure;

internal sealed class FixedOptions : IOptionsMonitor<ConsoleFormatterOptions>
{
    public ConsoleFormatterOptions CurrentValue { get; } = new() { IncludeScopes = true };

    public ConsoleFormatterOptions Get(string? name) => CurrentValue;

    public IDisposable? OnChange(Action<ConsoleFormatterOptions, string?> listener) => null;
}
