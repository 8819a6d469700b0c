using System.Buffers;
using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Instrumentation.AspNetCore.Health;

/// <summary>
/// The body of a health answer: <c>status</c> and <c>timestamp</c>, and in detail <c>checks</c> (each with <c>status</c>, <c>response_time_ms</c>, <c>last_check</c> and <c>error</c>), <c>database</c> (the checks with that tag, with
/// <c>latency_ms</c>), <c>pool_stats</c> and <c>check_duration_ms</c>.
/// </summary>
internal static class HealthJson
{
    private const string DatabaseTag = "database";

    // Errors are read by people; the body is JSON and never HTML.
    private static readonly JsonWriterOptions s_options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly string? s_version = Assembly.GetEntryAssembly()?.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion;

    public static ReadOnlyMemory<byte> Write(HealthSnapshot health, string? message, bool inDetail)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using var json = new Utf8JsonWriter(buffer, s_options);
        json.WriteStartObject();
        json.WriteString("status", Word(health.Status));
        json.WriteString("timestamp", health.At.UtcDateTime);
        if (message is not null)
        {
            json.WriteString("message", message);
        }

        if (inDetail)
        {
            WriteDetails(json, health);
        }

        json.WriteEndObject();
        json.Flush();
        return buffer.WrittenMemory;
    }

    private static void WriteDetails(Utf8JsonWriter json, HealthSnapshot health)
    {
        if (s_version is not null)
        {
            json.WriteString("version", s_version);
        }

        json.WriteStartObject("checks");
        foreach (var (check, outcome) in health.Results)
        {
            WriteCheck(json, check.Name, outcome, "response_time_ms", withTime: true);
        }

        json.WriteEndObject();
        var databases = health.Results.Where(static result => result.Check.Tags.Contains(DatabaseTag)).ToArray();
        if (databases.Length > 0)
        {
            json.WriteStartObject("database");
            foreach (var (check, outcome) in databases)
            {
                WriteCheck(json, check.Name, outcome, "latency_ms", withTime: false);
            }

            json.WriteEndObject();
        }

        if (health.Results.Select(static result => result.Outcome.Pool).FirstOrDefault(static pool => pool is not null) is { } pool)
        {
            WritePool(json, pool);
        }

        json.WriteNumber("check_duration_ms", Milliseconds(health.Took));
    }

    private static void WriteCheck(Utf8JsonWriter json, string name, CheckOutcome outcome, string timeName, bool withTime)
    {
        json.WriteStartObject(name);
        json.WriteString("status", Word(outcome.Status));
        json.WriteNumber(timeName, Milliseconds(outcome.Took));
        if (withTime)
        {
            json.WriteString("last_check", outcome.At.UtcDateTime);
        }

        if (outcome.Error is not null)
        {
            json.WriteString("error", outcome.Error);
        }

        if (withTime && outcome.Pool is { } pool)
        {
            WritePool(json, pool);
        }

        json.WriteEndObject();
    }

    private static void WritePool(Utf8JsonWriter json, PoolStatistics pool)
    {
        json.WriteStartObject("pool_stats");
        json.WriteNumber("size", pool.Size);
        json.WriteNumber("active", pool.Active);
        json.WriteNumber("idle", pool.Idle);
        json.WriteNumber("max_connections", pool.MaxConnections);
        json.WriteNumber("min_connections", pool.MinConnections);
        json.WriteNumber("utilization_percent", Math.Round(pool.UtilizationPercent, 1));
        json.WriteBoolean("near_capacity", pool.NearCapacity);
        json.WriteEndObject();
    }

    private static string Word(HealthStatus status) => status switch
    {
        HealthStatus.Healthy => "healthy",
        HealthStatus.Degraded => "degraded",
        _ => "unhealthy",
    };

    private static double Milliseconds(TimeSpan time) => Math.Round(time.TotalMilliseconds, 3);
}
