using Instrumentation.Analyzers.Tests.Infrastructure;

namespace Instrumentation.Analyzers.Tests.Corpus;

/// <summary>A small program, with the places where a rule must speak.</summary>
/// <param name="Name">File and title.</param>
/// <param name="Link">The public code or documentation after which it is written; null where it is our own.</param>
/// <param name="Source">The program, and what must be reported in it.</param>
internal sealed record CorpusCase(string Name, string? Link, MarkedSource Source)
{
    /// <summary>Whether a rule must speak.</summary>
    public bool MustReport => Source.Marks.Count > 0;

    public static IReadOnlyList<CorpusCase> All { get; } = [.. Files().SelectMany(Read)];

    // A case begins with `### title` and may go on with `link: address`; then come members of a class, and after a line `types` whole types.
    private static IEnumerable<CorpusCase> Read(string file)
    {
        var cases = File.ReadAllText(file).ReplaceLineEndings("\n").Split("\n### ").Skip(1);
        foreach (var (text, index) in cases.Select((text, index) => (text, index)))
        {
            var lines = text.TrimEnd().Split('\n');
            var link = lines.Skip(1).FirstOrDefault(line => line.StartsWith("link: ", StringComparison.Ordinal))?["link: ".Length..];
            var code = lines.Skip(1).Where(line => !line.StartsWith("link: ", StringComparison.Ordinal)).ToArray();
            var members = string.Join('\n', code.TakeWhile(line => line != "types"));
            var types = string.Join('\n', code.SkipWhile(line => line != "types").Skip(1));
            var name = Path.GetFileNameWithoutExtension(file);
            var source = $"{CorpusSources.Usings}\nnamespace {name}{index}\n{{\n{types}\npublic partial class Sample : CorpusBase\n{{\n{members}\n}}\n}}\n";
            yield return new CorpusCase($"{name}: {lines[0]}", link, MarkedSource.Parse(source));
        }
    }

    private static string[] Files() => [.. Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Corpus", "Cases"), "*.txt").Order(StringComparer.Ordinal)];
}
