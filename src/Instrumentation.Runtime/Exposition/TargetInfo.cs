using System.Reflection;
using System.Text;
using Instrumentation.Metrics;

namespace Instrumentation.Exposition;

/// <summary>
/// Which process this is, as the metric that OpenTelemetry's exporters have for it: the standard environment variables <c>OTEL_SERVICE_NAME</c> and
/// <c>OTEL_RESOURCE_ATTRIBUTES</c>, and where they are silent <c>ENVIRONMENT</c> and the entry assembly's name and version.
/// </summary>
internal static class TargetInfo
{
    public const string Name = "target_info";
    public const string BaseName = "target";

    private static readonly byte[] s_sample = [.. "target_info{"u8, .. LabelText.Encode(Attributes(), reserved: null), .. "} 1\n"u8];

    public static byte[] Prometheus { get; } = [.. "# HELP target_info Target metadata\n# TYPE target_info gauge\n"u8, .. s_sample];

    public static byte[] OpenMetrics { get; } = [.. "# TYPE target info\n# HELP target Target metadata\n"u8, .. s_sample];

    private static IEnumerable<(string Name, string Value)> Attributes()
    {
        var entry = Assembly.GetEntryAssembly();
        var attributes = new SortedDictionary<string, string>(StringComparer.Ordinal)
        {
            ["service.name"] = entry?.GetName().Name ?? "unknown_service:dotnet",
            ["telemetry.sdk.language"] = "dotnet",
            ["telemetry.sdk.name"] = "instrumentation",
        };
        if (entry?.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion is { } version)
        {
            attributes["service.version"] = version;
        }

        if (Environment.GetEnvironmentVariable("ENVIRONMENT") is { Length: > 0 } environment)
        {
            attributes["deployment.environment.name"] = environment;
        }

        foreach (var attribute in (Environment.GetEnvironmentVariable("OTEL_RESOURCE_ATTRIBUTES") ?? string.Empty).Split(',', StringSplitOptions.RemoveEmptyEntries))
        {
            if (attribute.Split('=', 2) is [var name, var value] && name.Trim().Length > 0)
            {
                attributes[name.Trim()] = Uri.UnescapeDataString(value.Trim());
            }
        }

        if (Environment.GetEnvironmentVariable("OTEL_SERVICE_NAME") is { Length: > 0 } service)
        {
            attributes["service.name"] = service;
        }

        return attributes.Select(static attribute => (attribute.Key, attribute.Value));
    }
}
