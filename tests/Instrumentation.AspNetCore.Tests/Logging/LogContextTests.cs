using Instrumentation.AspNetCore.Logging;
using Instrumentation.TestTools;
using Microsoft.AspNetCore.Http;

namespace Instrumentation.AspNetCore.Tests.Logging;

public sealed class LogContextTests
{
    [Fact]
    public void Headers_AreIdsAndFields()
    {
        var headers = new HeaderDictionary
        {
            ["x-correlation-id"] = "corr",
            ["x-request-id"] = "req",
            ["x-user-id"] = "user",
            ["x-tenant-id"] = "tenant",
            ["x-api-version"] = "2",
            ["x-forwarded-for"] = "10.0.0.1, 10.0.0.2",
            ["user-agent"] = "curl",
        };

        Assert.Equal(
            "correlation_id=corr request_id=req user_id=user tenant_id=tenant api_version=2 client_ip=10.0.0.1 user_agent=curl",
            LogContext.FromHeaders(headers).ToString());
        Assert.Equal("client_ip=10.0.0.9", LogContext.FromHeaders(new HeaderDictionary { ["x-real-ip"] = "10.0.0.9" }).ToString());
    }

    [Theory]
    [InlineData("a\nb")]
    [InlineData("gr\u00fc\u00dfe")]
    [InlineData("")]
    public void Headers_Hostile_AreLeftOut(string value) => Assert.Empty(LogContext.FromHeaders(new HeaderDictionary { ["x-request-id"] = value, ["x-correlation-id"] = value, ["user-agent"] = value }));

    [Fact]
    public void Headers_TooLongOrTwice_AreLeftOut() =>
        Assert.Empty(LogContext.FromHeaders(new HeaderDictionary { ["x-user-id"] = new string('u', 257), ["x-correlation-id"] = new string('c', 129), ["x-request-id"] = new[] { "one", "two" } }));

    [Fact]
    public async Task Begun_FlowsAndEnds_AndSetsTheCorrelationId()
    {
        Assert.Null(LogContext.Current);
        CorrelationContext.Id = "before";
        using (new LogContext().WithCorrelationId("inside").WithSchemaId("7").Begin())
        {
            await Task.Yield();
            Assert.Equal("correlation_id=inside schema_id=7", LogContext.Current!.ToString());
            Assert.Equal("inside", CorrelationContext.Id);
        }

        Assert.Null(LogContext.Current);
        Assert.Equal("before", CorrelationContext.Id);
        CorrelationContext.Id = null;
    }

    [Fact]
    public void Begun_InsideAnother_AddsToIt_AndStaysMuted()
    {
        using (new LogContext { IsMuted = true }.WithUserId("u").WithField("a", 1).Begin())
        {
            using (new LogContext().WithField("a", 2).WithField("b", 3).Begin())
            {
                Assert.Equal("user_id=u a=2 b=3", LogContext.Current!.ToString());
                Assert.True(LogContext.Current.IsMuted);
            }

            Assert.Equal("user_id=u a=1", LogContext.Current!.ToString());
        }
    }

    [Fact]
    public void Begun_AndAddedTo_IsACopy()
    {
        var outer = new LogContext().WithField("a", 1);
        using (outer.Begin())
        using (outer.WithField("b", 2).Begin())
        {
            Assert.Equal("a=1 b=2", LogContext.Current!.ToString());
        }

        Assert.Equal("a=1", outer.ToString());
    }

    [Fact]
    public void Field_SetAgain_IsReplaced_AndManyAreKept()
    {
        var context = new LogContext();
        for (var i = 0; i < 40; i++)
        {
            context.WithField($"f{i % 20}", i);
        }

        Assert.Equal(Enumerable.Range(20, 20).Select(static i => KeyValuePair.Create($"f{i - 20}", (object?)i)), context);
        Assert.Throws<ArgumentOutOfRangeException>(() => context[20]);
    }

    [Fact]
    public void Source_IsWhatTheCompilerKnows()
    {
        var context = new LogContext().WithSource();

        Assert.EndsWith("LogContextTests.cs", (string)context[0].Value!, StringComparison.Ordinal);
        Assert.True(context[1] is { Key: "line", Value: > 80 });
    }

    [ReleaseFact]
    public void Fields_CostNoObjectOfTheirOwn()
    {
        object value = "value";
        var empty = Allocated.ByCalls(static () => new LogContext());
        var full = Allocated.ByCalls(() =>
        {
            var context = new LogContext();
            context.WithField("a", value).WithField("b", value).WithField("c", value).WithField("d", value).WithField("e", value).WithField("f", value).WithField("g", value).WithField("h", value);
        });

        Assert.Equal(empty, full);
    }
}
