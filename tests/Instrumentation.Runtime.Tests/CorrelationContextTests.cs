namespace Instrumentation.Runtime.Tests;

public sealed class CorrelationContextTests
{
    [Theory]
    [InlineData("a")]
    [InlineData(" ")]
    [InlineData("~!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}")]
    public void Id_PrintableAscii_IsKept(string id)
    {
        CorrelationContext.Id = id;
        Assert.Equal(id, CorrelationContext.Id);
    }

    [Theory]
    [InlineData("")]
    [InlineData("a\n")]
    [InlineData("\u007f")]
    [InlineData("\u0000")]
    [InlineData("ä")]
    [InlineData("\ud83d\ude00")]
    public void Id_AnythingElse_IsRefusedAndTheOldOneStays(string id)
    {
        CorrelationContext.Id = "old";
        Assert.False(CorrelationContext.IsWellFormed(id));
        Assert.Throws<ArgumentException>(() => CorrelationContext.Id = id);
        Assert.Equal("old", CorrelationContext.Id);
    }

    [Fact]
    public void Id_OfTheGreatestLength_IsTheLastAccepted()
    {
        Assert.True(CorrelationContext.IsWellFormed(new string('x', CorrelationContext.MaxLength)));
        Assert.False(CorrelationContext.IsWellFormed(new string('x', CorrelationContext.MaxLength + 1)));
    }

    [Fact]
    public void NewId_IsWellFormedAndNeverTheSame()
    {
        var ids = Enumerable.Range(0, 1000).Select(static _ => CorrelationContext.NewId()).ToHashSet(StringComparer.Ordinal);
        Assert.Equal(1000, ids.Count);
        Assert.All(ids, static id => Assert.Matches("^[0-9a-f]{32}$", id));
    }

    [Fact]
    public async Task Id_FlowsIntoWork_AndNotBackOut()
    {
        CorrelationContext.Id = "outer";
        var inner = await Task.Run(static () =>
        {
            var seen = CorrelationContext.Id;
            CorrelationContext.Id = "inner";
            return seen;
        });

        Assert.Equal(("outer", "outer"), (inner, CorrelationContext.Id));
        CorrelationContext.Id = null;
        Assert.Null(CorrelationContext.Id);
    }

    [Fact]
    public void Begin_Disposed_GivesTheEarlierIdBack()
    {
        CorrelationContext.Id = "outer";
        using (CorrelationContext.Begin("inner"))
        {
            Assert.Equal("inner", CorrelationContext.Id);
        }

        Assert.Equal("outer", CorrelationContext.Id);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("a\r\nx-admin: 1")]
    public void Begin_WithoutAWellFormedId_MakesOne(string? id)
    {
        using var scope = CorrelationContext.Begin(id);
        Assert.Matches("^[0-9a-f]{32}$", CorrelationContext.Id!);
    }
}
