using Instrumentation.Integration.Tests.Infrastructure;

namespace Instrumentation.Integration.Tests;

/// <summary>A counter that is its histogram's count, and summaries.</summary>
public sealed class CountedTests
{
    private readonly Counted _counted = new();

    [Fact]
    public async Task Counter_WithItsHistogramsTags_CountsItsOwnMethodsCalls()
    {
        _counted.Judge(Level.High, good: true);
        _counted.Judge(Level.High, good: true);
        Assert.Throws<InvalidOperationException>(() => _counted.Judge(Level.High, good: false));
        _counted.Time(Level.High);

        Assert.Equal(2, await Scraped.ValueAsync("counted_total{level=\"high\",result=\"success\"}"));
        Assert.Equal(1, await Scraped.ValueAsync("counted_total{level=\"high\",result=\"failure\"}"));
        Assert.Equal(1, await Scraped.ValueAsync("counted_failures_total{level=\"high\"}"));
        Assert.Equal(3, await Scraped.ValueAsync("counted_seconds_count{level=\"high\",result=\"success\"}"));
        Assert.Equal(1, await Scraped.ValueAsync("counted_seconds_count{level=\"high\",result=\"failure\"}"));
        Assert.Equal(0, await Scraped.ValueAsync("counted_total{level=\"low\",result=\"success\"}"));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(2)]
    [InlineData(short.MinValue)]
    public async Task Enum_OutsideItsMembers_IsOther(short number)
    {
        const string sample = "counted_seconds_count{level=\"other\",result=\"success\"}";
        var before = await Scraped.ValueAsync(sample) ?? 0;
        _counted.Time((Level)number);
        Assert.Equal(before + 1, await Scraped.ValueAsync(sample));
    }

    [Theory]
    [InlineData(1, "second")]
    [InlineData(1UL << 32, "other")]
    public async Task Enum_OfManyBits_IsNotCut(ulong number, string value)
    {
        _counted.Widen((Wide)number);
        Assert.Equal(1, await Scraped.ValueAsync($"counted_wide_total{{wide=\"{value}\"}}"));
    }

    [Fact]
    public async Task Summaries_InPlace_AreSumAndCountInBothFormats()
    {
        await _counted.ReadAsync("abcd");
        await _counted.ReadAsync("ab");
        await Assert.ThrowsAsync<InvalidOperationException>(() => _counted.ReadAsync(""));

        foreach (var text in (string[])[await Scraped.TextAsync(), await Scraped.OpenMetricsAsync()])
        {
            Assert.Contains("# TYPE counted_in_place_seconds summary\n", text, StringComparison.Ordinal);
            Assert.Contains("# TYPE counted_in_place_letters summary\n", text, StringComparison.Ordinal);
            Assert.Contains("\ncounted_in_place_letters_sum 6", text, StringComparison.Ordinal);
            Assert.Contains("\ncounted_in_place_letters_count 2\n", text, StringComparison.Ordinal);
            Assert.Contains("\ncounted_in_place_seconds_count{result=\"success\"} 2\n", text, StringComparison.Ordinal);
            Assert.Contains("\ncounted_in_place_seconds_count{result=\"failure\"} 1\n", text, StringComparison.Ordinal);
            Assert.Contains("\ncounted_in_place_total{result=\"success\"} 2", text, StringComparison.Ordinal);
            Assert.DoesNotContain("counted_in_place_seconds_bucket", text, StringComparison.Ordinal);
        }
    }
}
