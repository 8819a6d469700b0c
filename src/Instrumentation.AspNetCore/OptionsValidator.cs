using Instrumentation.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace Instrumentation.AspNetCore;

/// <summary>Stops the start of a host whose options are wrong, and says which and what is allowed.</summary>
internal sealed class OptionsValidator : IValidateOptions<AspNetCoreInstrumentationOptions>
{
    private const int MaxRoutes = 10_000;
    private const int MaxPort = 65_535;

    public ValidateOptionsResult Validate(string? name, AspNetCoreInstrumentationOptions options)
    {
        var wrong = Problems(options).ToArray();
        return wrong.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(wrong);
    }

    private static IEnumerable<string> Problems(AspNetCoreInstrumentationOptions options)
    {
        if (!IsHeaderName(options.CorrelationHeader))
        {
            yield return Wrong("CorrelationHeader", options.CorrelationHeader, "the name of a header");
        }

        if (options.Prefix is null || (options.Prefix.Length > 0 && !IsMetricName(options.Prefix)))
        {
            yield return Wrong("Prefix", options.Prefix, "the beginning of a metric's name: letters, digits and underscores, no digit first");
        }

        foreach (var (path, rate) in options.LogSampling)
        {
            if (!path.StartsWith('/') || !(rate is >= 0 and <= 1))
            {
                yield return Wrong($"LogSampling:{path}", rate, "a share from 0 to 1 for a path that begins with '/'");
            }
        }

        if (options.ManagementPort is not (null or (> 0 and <= MaxPort)))
        {
            yield return Wrong("ManagementPort", options.ManagementPort, $"a port from 1 to {MaxPort}");
        }

        if (!(options.Health.Timeout > TimeSpan.Zero) || options.Health.CacheDuration < TimeSpan.Zero)
        {
            yield return Wrong("Health", $"{options.Health.Timeout}, {options.Health.CacheDuration}", "a Timeout above 0 and a CacheDuration of 0 or more");
        }

        foreach (var problem in Problems(options.Http).Concat(Names(options).Where(static name => !string.IsNullOrEmpty(name.Value) && !IsMetricName(name.Value))
            .Select(static name => Wrong(name.Key, name.Value, "the name of a metric or label: letters, digits and underscores, no digit first"))))
        {
            yield return problem;
        }
    }

    private static IEnumerable<string> Problems(HttpMetricsOptions http)
    {
        if (http.MaxRoutes is < 1 or > MaxRoutes)
        {
            yield return Wrong("Http:MaxRoutes", http.MaxRoutes, $"a number from 1 to {MaxRoutes}");
        }

        if (new[] { http.MethodLabel, http.PathLabel, http.StatusLabel } is var labels && (labels.Any(string.IsNullOrEmpty) || labels.Distinct(StringComparer.Ordinal).Count() < labels.Length))
        {
            yield return Wrong("Http", string.Join(", ", labels), "three different names of labels");
        }
    }

    private static KeyValuePair<string, string>[] Names(AspNetCoreInstrumentationOptions options) =>
    [
        new("Http:Requests", options.Http.Requests), new("Http:Duration", options.Http.Duration), new("Http:InFlight", options.Http.InFlight),
        new("Http:RequestSize", options.Http.RequestSize), new("Http:ResponseSize", options.Http.ResponseSize),
        new("Http:MethodLabel", options.Http.MethodLabel), new("Http:PathLabel", options.Http.PathLabel), new("Http:StatusLabel", options.Http.StatusLabel),
        new("Process:WorkItemsActive", options.Process.WorkItemsActive), new("Process:WorkItems", options.Process.WorkItems),
    ];

    private static string Wrong(string option, object? value, string allowed) =>
        FormattableString.Invariant($"{AspNetCoreInstrumentationOptions.Section}:{option} is '{value}'; allowed is {allowed}.");

    // What labels may be called, and metrics without colons, which belong to recording rules.
    private static bool IsMetricName(string name) => !char.IsAsciiDigit(name[0]) && name.All(static c => char.IsAsciiLetterOrDigit(c) || c == '_');

    private static bool IsHeaderName(string? name) =>
        !string.IsNullOrEmpty(name) && name.All(static c => char.IsAsciiLetterOrDigit(c) || "!#$%&'*+-.^_`|~".Contains(c, StringComparison.Ordinal));
}
