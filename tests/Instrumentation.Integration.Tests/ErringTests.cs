using Instrumentation.Integration.Tests.Infrastructure;

namespace Instrumentation.Integration.Tests;

/// <summary>The type of the error as a tag with a closed list.</summary>
public sealed class ErringTests
{
    [Fact]
    public async Task Errors_AreCountedByTheNearestListedType()
    {
        var erring = new Erring();
        foreach (var failure in new Exception[] { new SomeDbException(), new TimeoutException(), new InvalidOperationException(), new OperationCanceledException() })
        {
            Assert.Same(failure, Record.Exception(() => erring.OfType(failure)));
        }

        erring.OfType(null);
        var text = await Scraped.TextAsync();
        Assert.Equal(
            ["erring_errors_total{error_type=\"DbException\"} 1", "erring_errors_total{error_type=\"TimeoutException\"} 1", "erring_errors_total{error_type=\"other\"} 2"],
            text.Split('\n').Where(line => line.StartsWith("erring_errors_total", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task EachEnd_HasItsType_AndASuccessHasNone()
    {
        var erring = new Erring();
        Assert.Equal(1, await erring.OwnAsync(1, Task.CompletedTask));
        Assert.Equal(-1, await erring.OwnAsync(-1, Task.CompletedTask));
        await Assert.ThrowsAsync<ObjectDisposedException>(() => erring.OwnAsync(1, Task.FromException(new ObjectDisposedException("x"))));
        await Assert.ThrowsAsync<FormatException>(() => erring.OwnAsync(1, Task.FromException(new FormatException())));
        await Assert.ThrowsAsync<TaskCanceledException>(() => erring.OwnAsync(1, Task.FromCanceled(new CancellationToken(true))));
        var text = await Scraped.TextAsync();
        Assert.Equal(
            [
                "erring_own_total{kind=\"Exception\",outcome=\"failure\"} 1",
                "erring_own_total{kind=\"InvalidOperationException\",outcome=\"failure\"} 1",
                "erring_own_total{kind=\"OperationCanceledException\",outcome=\"cancelled\"} 1",
                "erring_own_total{kind=\"other\",outcome=\"failure\"} 1",
                "erring_own_total{outcome=\"success\"} 1",
            ],
            text.Split('\n').Where(line => line.StartsWith("erring_own_total{", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
    }

    private sealed class SomeDbException : System.Data.Common.DbException;
}
