namespace Instrumentation.Analyzers.Tests.Corpus;

/// <summary>Small cases after public code and its documentation: a false alarm is as bad as a miss.</summary>
public sealed class CorpusTests
{
    public static TheoryData<string> Names => [.. CorpusCase.All.Select(each => each.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Case_IsReportedWhereItSays(string name)
    {
        var found = (await CorpusRun.Found)[name].OrderBy(diagnostic => diagnostic.Location.SourceSpan.Start).ToList();
        var wanted = CorpusCase.All.Single(each => each.Name == name);

        var expected = wanted.Source.Marks.Select(mark => $"{mark.Id ?? "INS2002"} '{wanted.Source.Text.Substring(mark.Span.Start, mark.Span.Length)}'");
        var actual = found.Select(diagnostic => $"{diagnostic.Id} '{wanted.Source.Text.Substring(diagnostic.Location.SourceSpan.Start, diagnostic.Location.SourceSpan.Length)}'");
        Assert.True(expected.SequenceEqual(actual), $"expected:\n{string.Join('\n', expected)}\nactual:\n{string.Join('\n', found.Select(diagnostic => diagnostic.ToString()))}");
    }

    [Fact]
    public async Task Report_BelongsToACase() =>
        Assert.Empty((await CorpusRun.Found).Where(file => CorpusCase.All.All(each => each.Name != file.Key)).SelectMany(file => file));

    [Fact]
    public void Corpus_IsLargeAndBalanced()
    {
        Assert.True(CorpusCase.All.Count >= 200, $"{CorpusCase.All.Count} cases");
        Assert.True(CorpusCase.All.Count(each => each.Link is not null) >= 70, $"{CorpusCase.All.Count(each => each.Link is not null)} links");
        Assert.True(CorpusCase.All.Count(each => each.MustReport) >= 100, $"{CorpusCase.All.Count(each => each.MustReport)} that must report");
        Assert.True(CorpusCase.All.Count(each => !each.MustReport) >= 100, $"{CorpusCase.All.Count(each => !each.MustReport)} that must not");
    }
}
