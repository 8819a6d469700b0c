using Microsoft.Extensions.Logging;

namespace Instrumentation.AspNetCore.Logging;

/// <summary>Makes the host's filter rules heed the settings and the sampling of requests, for every provider alike.</summary>
internal static class LogRules
{
    /// <summary>Applies <c>LOG_LEVEL</c>, quietens the framework's lines about each request, and lets what a muted request logs pass only where it is a warning or worse.</summary>
    public static void Apply(LoggerFilterOptions options, LogLevel? level)
    {
        if (level is { } minimum)
        {
            Override(options, minimum);
        }

        // First in the list: of rules for the same category the last one counts, so the host's own wins.
        options.Rules.Insert(0, new LoggerFilterRule(providerName: null, "Microsoft.AspNetCore", Max(LogLevel.Warning, level), filter: null));
        options.Rules.Insert(0, new LoggerFilterRule(providerName: null, categoryName: null, options.MinLevel, filter: null));
        for (var i = 0; i < options.Rules.Count; i++)
        {
            var rule = options.Rules[i];
            options.Rules[i] = new LoggerFilterRule(rule.ProviderName, rule.CategoryName, rule.LogLevel, Sampled(rule.Filter));
        }
    }

    // The variable replaces what is said of all categories; "off" silences every one.
    private static void Override(LoggerFilterOptions options, LogLevel level)
    {
        options.MinLevel = level;
        for (var i = options.Rules.Count - 1; i >= 0; i--)
        {
            if (level == LogLevel.None || options.Rules[i] is { CategoryName: null or "" or "Default" })
            {
                options.Rules.RemoveAt(i);
            }
        }
    }

    private static LogLevel Max(LogLevel one, LogLevel? other) => other > one ? other.Value : one;

    private static Func<string?, string?, LogLevel, bool> Sampled(Func<string?, string?, LogLevel, bool>? inner) =>
        inner is null
            ? static (_, _, level) => IsWritten(level)
            : (provider, category, level) => IsWritten(level) && inner(provider, category, level);

    private static bool IsWritten(LogLevel level) => level >= LogLevel.Warning || LogContext.Current is not { IsMuted: true };
}
