using Instrumentation.Analyzers.Tests.Infrastructure;

namespace Instrumentation.Analyzers.Tests.Corpus;

/// <summary>A program of its own, for rules that judge the whole of it, with the places where a rule must speak.</summary>
/// <param name="Name">File and title.</param>
/// <param name="Link">The public code, thread or documentation after which it is written; null where it is our own.</param>
/// <param name="IsExecutable">Whether it is a program that nobody else calls; otherwise a library.</param>
/// <param name="Source">The program, and what must be reported in it.</param>
internal sealed record ProgramCase(string Name, string? Link, bool IsExecutable, MarkedSource Source)
{
    /// <summary>Whether a rule must speak.</summary>
    public bool MustReport => Source.Marks.Count > 0;

    public static IReadOnlyList<ProgramCase> All { get; } = [.. Files().SelectMany(Read)];

    // As in the other corpus, and with a line `executable` a program instead of a library. A file is called after the rule that its marks without an id mean.
    private static IEnumerable<ProgramCase> Read(string file)
    {
        var rule = Path.GetFileNameWithoutExtension(file).Split('-')[0];
        foreach (var text in File.ReadAllText(file).ReplaceLineEndings("\n").Split("\n### ").Skip(1))
        {
            var lines = text.TrimEnd().Split('\n');
            var link = lines.Skip(1).FirstOrDefault(line => line.StartsWith("link: ", StringComparison.Ordinal))?["link: ".Length..];
            var isExecutable = lines.Contains("executable", StringComparer.Ordinal);
            var code = lines.Skip(1).Where(line => line != "executable" && !line.StartsWith("link: ", StringComparison.Ordinal)).ToArray();
            var members = string.Join('\n', code.TakeWhile(line => line != "types"));
            var types = string.Join('\n', code.SkipWhile(line => line != "types").Skip(1));
            var marked = MarkedSource.Parse($"{ProgramSources.Usings}\nnamespace Example\n{{\n{types}\npublic partial class Sample\n{{\n{members}\n}}\n}}\n");
            yield return new ProgramCase($"{Path.GetFileNameWithoutExtension(file)}: {lines[0]}", link, isExecutable, marked with { Marks = [.. marked.Marks.Select(mark => (mark.Id ?? rule, mark.Span))] });
        }
    }

    private static string[] Files() => [.. Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Corpus", "Programs"), "INS*.txt").Order(StringComparer.Ordinal)];
}
