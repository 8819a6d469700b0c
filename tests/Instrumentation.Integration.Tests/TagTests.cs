using Instrumentation.Integration.Tests.Infrastructure;

namespace Instrumentation.Integration.Tests;

/// <summary>Tags: the declared value set and nothing else, whatever is passed.</summary>
public sealed class TagTests
{
    private readonly Tagged _tagged = new();

    [Fact]
    public async Task Counter_WithSmallClosedSet_IsShownAtZeroFromTheStart()
    {
        Assert.Equal(0, await Scraped.ValueAsync("tags_never_called_total{color=\"dark_red\",on=\"true\"}"));
        Assert.Equal(0, await Scraped.ValueAsync("tags_never_called_total{color=\"verdant\",on=\"false\"}"));
        Assert.Null(await Scraped.ValueAsync("tags_never_called_total{color=\"other\",on=\"false\"}"));
    }

    [Theory]
    [InlineData(Color.DarkRed, "dark_red")]
    [InlineData(Color.Green, "verdant")]
    [InlineData((Color)77, "other")]
    public async Task Enum_HasItsMembersAndOther(Color color, string value)
    {
        var sample = $"tags_enum_total{{color=\"{value}\"}}";
        var before = await Scraped.ValueAsync(sample) ?? 0;
        _tagged.OfEnum(color);
        Assert.Equal(before + 1, await Scraped.ValueAsync(sample));
    }

    [Theory]
    [InlineData(null, "none")]
    [InlineData(Color.Green, "verdant")]
    public async Task NullableEnum_HasNone(Color? color, string value)
    {
        var sample = $"tags_nullable_total{{color=\"{value}\"}}";
        var before = await Scraped.ValueAsync(sample) ?? 0;
        _tagged.OfNullable(color);
        Assert.Equal(before + 1, await Scraped.ValueAsync(sample));
    }

    [Theory]
    [InlineData("eu", "eu")]
    [InlineData("us", "us")]
    [InlineData("moon", "other")]
    [InlineData(null, "none")]
    public async Task DeclaredValues_AreTheSet(string? region, string value)
    {
        var sample = $"tags_declared_total{{region=\"{value}\",retry=\"other\"}}";
        var before = await Scraped.ValueAsync(sample) ?? 0;
        _tagged.OfDeclared(region, 9);
        Assert.Equal(before + 1, await Scraped.ValueAsync(sample));
    }

    [Fact]
    public async Task BoundedValues_BeyondTheBound_AreOtherAndCounted()
    {
        for (var i = 0; i < 10; i++)
        {
            _tagged.OfBounded($"tenant \"{i}\"\n");
        }

        Assert.Equal(1, await Scraped.ValueAsync("tags_bounded_total{tenant=\"tenant \\\"2\\\"\\n\"}"));
        Assert.Equal(7, await Scraped.ValueAsync("tags_bounded_total{tenant=\"other\"}"));
        Assert.Equal(7, await Scraped.ValueAsync("instrumentation_overflow_total{instrument=\"tags_bounded_total\",tag=\"tenant\"}"));
    }

    [Fact]
    public async Task BoundedValues_WithMoreCombinationsThanAnInt_AreCountedApart()
    {
        for (var i = 0; i < 3; i++)
        {
            _tagged.OfMany($"a{i}", $"b{i}", $"c{i}");
        }

        Assert.Equal(1, await Scraped.ValueAsync("tags_many_total{a=\"a2\",b=\"b2\",c=\"c2\"}"));
    }

    [Fact]
    public async Task Expression_ThatThrows_IsOtherAndNeverReachesTheCaller()
    {
        var errors = await Scraped.ValueAsync("instrumentation_expression_errors_total") ?? 0;
        Assert.Equal(0, _tagged.OfExpression(null!));
        Assert.Equal(1, await Scraped.ValueAsync("tags_expression_total{empty=\"other\"}"));
        Assert.Equal(errors + 1, await Scraped.ValueAsync("instrumentation_expression_errors_total"));
    }

    [Fact]
    public async Task Result_AndValueOfResult_AreRecorded()
    {
        Assert.Equal("abcd", await _tagged.OfResultAsync("abcd"));
        Assert.Equal("", await _tagged.OfResultAsync(""));
        await Assert.ThrowsAsync<ArgumentNullException>(() => _tagged.OfResultAsync(null!));
        Assert.Equal(4, await Scraped.ValueAsync("tags_result_letters_total{long=\"true\"}"));
        Assert.Equal(0, await Scraped.ValueAsync("tags_result_letters_total{long=\"false\"}"));
        Assert.Equal(1, await Scraped.ValueAsync("tags_result_calls_total{long=\"none\"}"));
        Assert.Equal(2, await Scraped.ValueAsync("tags_result_size_bytes_count"));
        Assert.Equal(4, await Scraped.ValueAsync("tags_result_size_bytes_sum"));
        Assert.Equal(1, await Scraped.ValueAsync("tags_result_size_bytes_bucket{le=\"1\"}"));
        Assert.Equal(2, await Scraped.ValueAsync("tags_result_size_bytes_bucket{le=\"+Inf\"}"));
    }

    [Fact]
    public async Task Summary_OfACall_IsTheSumAndCountOfDurationsAndValues()
    {
        await _tagged.SumAsync("abcd");
        await _tagged.SumAsync("abcdef");
        await _tagged.SumAsync("a");
        await Assert.ThrowsAsync<InvalidOperationException>(() => _tagged.SumAsync(""));

        Assert.Equal(2, await Scraped.ValueAsync("summed_seconds_count{long=\"true\",result=\"success\"}"));
        Assert.Equal(1, await Scraped.ValueAsync("summed_seconds_count{long=\"false\",result=\"failure\"}"));
        Assert.InRange((await Scraped.ValueAsync("summed_seconds_sum{long=\"true\",result=\"success\"}")).GetValueOrDefault(), .03, 30);
        Assert.Equal(10, await Scraped.ValueAsync("summed_letters_sum{long=\"true\"}"));
        Assert.Equal(1, await Scraped.ValueAsync("summed_letters_count{long=\"false\"}"));
        Assert.Contains("# TYPE summed_seconds summary\n", await Scraped.TextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task OutcomeTag_SplitsACounterAndWhen_ChoosesOutcomes()
    {
        _tagged.Judge(good: true);
        Assert.Throws<InvalidOperationException>(() => _tagged.Judge(good: false));
        Assert.Throws<InvalidOperationException>(() => _tagged.Judge(good: false));
        Assert.Equal(1, await Scraped.ValueAsync("tags_judged_total{result=\"success\"}"));
        Assert.Equal(2, await Scraped.ValueAsync("tags_judged_total{result=\"failure\"}"));
        Assert.Equal(2, await Scraped.ValueAsync("tags_judged_badly_total"));
    }
}
