using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Instrumentation.AspNetCore.Logging;
using Instrumentation.AspNetCore.Tests.Infrastructure;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Instrumentation.AspNetCore.Tests.Logging;

public sealed class JsonLineFormatterTests
{
    private readonly LoggerExternalScopeProvider _scopes = new();

    [Fact]
    public void Write_PlainEntry_IsExactlyOneLine()
    {
        var line = Write([new("Count", 3), new("{OriginalFormat}", "{Count} things")], "3 things", new EventId(7));

        Assert.Equal(
            """{"timestamp":"2026-01-02T03:04:05.678Z","level":"WARN","message":"3 things","target":"Cat","event_id":7,"fields":{"Count":3}}""" + Environment.NewLine,
            line);
    }

    [Fact]
    public void Write_WithinCorrelationAndActivity_NamesBoth()
    {
        CorrelationContext.Id = "the id";
        using var activity = new Activity("test").SetIdFormat(ActivityIdFormat.W3C).Start();

        var json = JsonElement.Parse(Write([], "m"));

        Assert.Equal("the id", json.GetProperty("correlation_id").GetString());
        Assert.Equal(activity.TraceId.ToHexString(), json.GetProperty("trace_id").GetString());
        Assert.Equal(activity.SpanId.ToHexString(), json.GetProperty("span_id").GetString());
        Assert.False(json.TryGetProperty("fields", out _));
        Assert.False(json.TryGetProperty("event_id", out _));
    }

    [Theory]
    [InlineData("a\nb\r\n{\"level\":\"INFO\"}")]
    [InlineData("\u2028\u2029\u0085\u001b[31m\0")]
    [InlineData("\ud800 half a pair")]
    public void Write_HostileText_StaysOneLine(string text)
    {
        var line = Write([new("Name\n", text)], text, exception: new InvalidOperationException(text)).TrimEnd();

        Assert.DoesNotContain(line, static c => char.IsControl(c) || c is '\u2028' or '\u2029');
        var json = JsonElement.Parse(line);
        Assert.Equal(text.Replace('\ud800', '\ufffd'), json.GetProperty("message").GetString());
        Assert.Equal("WARN", json.GetProperty("level").GetString());
    }

    [Fact]
    public void Write_SameNameInScopesAndEntry_TheNearestWins()
    {
        using var outer = _scopes.Push(new Dictionary<string, object?>(StringComparer.Ordinal) { ["A"] = "outer", ["B"] = "outer", ["C"] = "outer" });
        using var inner = _scopes.Push(new Dictionary<string, object?>(StringComparer.Ordinal) { ["B"] = "inner", ["C"] = "inner" });

        var fields = JsonElement.Parse(Write([new("C", "entry")], "m")).GetProperty("fields");

        Assert.Equal("""{"A":"outer","B":"inner","C":"entry"}""", fields.GetRawText());
    }

    [Fact]
    public void Write_Values_KeepTheirTypesInAnyCulture()
    {
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("de-DE");
        object?[] values = [1, 2L, 1.5, double.NaN, 3.25m, true, null, 'c', new DateTime(2026, 1, 2, 0, 0, 0, DateTimeKind.Utc), new Loud()];

        var fields = JsonElement.Parse(Write([.. values.Select(static (value, i) => KeyValuePair.Create($"v{i}", value))], "m")).GetProperty("fields");

        Assert.Equal(
            """{"v0":1,"v1":2,"v2":1.5,"v3":"NaN","v4":3.25,"v5":true,"v6":null,"v7":"c","v8":"01/02/2026 00:00:00","v9":"(NotSupportedException in ToString)"}""",
            fields.GetRawText());
    }

    [Fact]
    public void Write_ValueThatLogs_DoesNotMixTheLines()
    {
        string? innerLine = null;
        var value = new Talkative(() => innerLine = Write([new("x", "inner")], "inner"));

        var outer = JsonElement.Parse(Write([new("before", 1), new("value", value), new("after", 2)], "outer"));

        Assert.Equal("""{"before":1,"value":"talked","after":2}""", outer.GetProperty("fields").GetRawText());
        Assert.Equal("inner", JsonElement.Parse(innerLine!).GetProperty("message").GetString());
    }

    private string Write(KeyValuePair<string, object?>[] state, string message, EventId id = default, Exception? exception = null)
    {
        using var output = new StringWriter();
        var entry = new LogEntry<KeyValuePair<string, object?>[]>(LogLevel.Warning, "Cat", id, state, exception, (_, _) => message);
        new JsonLineFormatter(new FixedOptions(), new FixedClock()).Write(entry, _scopes, output);
        return output.ToString();
    }

    private sealed class Loud
    {
        public override string ToString() => throw new NotSupportedException();
    }

    private sealed class Talkative(Action talk)
    {
        public override string ToString()
        {
            talk();
            return "talked";
        }
    }
}
