using Instrumentation.OpenTelemetry.Export;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;

namespace Instrumentation.AspNetCore.Logging;

/// <summary>What the environment says of log lines; <see langword="null"/> where it says nothing.</summary>
/// <param name="IsJson"><c>JSON_LOGS</c>: one JSON object a line, or text for people.</param>
/// <param name="Level"><c>LOG_LEVEL</c>: the least level that is written.</param>
internal sealed record LogSettings(bool? IsJson, LogLevel? Level)
{
    /// <summary>Reads the settings of a host.</summary>
    /// <exception cref="Microsoft.Extensions.Options.OptionsValidationException">A setting is wrong.</exception>
    public static LogSettings Read(IConfiguration configuration)
    {
        var reader = new SettingsReader(configuration);
        var settings = new LogSettings(reader.Flag("JSON_LOGS"), reader.Choice(
            "LOG_LEVEL",
            ("trace", LogLevel.Trace),
            ("debug", LogLevel.Debug),
            ("info", LogLevel.Information),
            ("information", LogLevel.Information),
            ("warn", LogLevel.Warning),
            ("warning", LogLevel.Warning),
            ("error", LogLevel.Error),
            ("critical", LogLevel.Critical),
            ("off", LogLevel.None),
            ("none", LogLevel.None)));
        reader.ThrowIfWrong();
        return settings;
    }
}
