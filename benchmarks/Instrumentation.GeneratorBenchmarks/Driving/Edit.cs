using Instrumentation.GeneratorBenchmarks.Synthetic;
using Microsoft.CodeAnalysis.CSharp;

namespace Instrumentation.GeneratorBenchmarks.Driving;

/// <summary>A keystroke: one file gets other text in one place.</summary>
/// <param name="Name">What the table calls it.</param>
/// <param name="Path">The file.</param>
/// <param name="At">Where the new text goes: after the first occurrence of this.</param>
/// <param name="Text">The new text, of which each edit inserts another version.</param>
internal sealed record Edit(string Name, string Path, string At, string Text)
{
    public static IReadOnlyList<Edit> All { get; } =
    [
        new("a body, in a file without annotations and calls", "Plain/Table050.cs", "if (!_rows.TryGetValue(key, out var row))\n        {", " _ = {0};"),
        new("a body, in a file with 100 calls", "Flows/Flow050.cs", "var sum = 0m;", " _ = {0};"),
        new("a body, in a file with 10 annotated methods", "Services/Area050.cs", "var total = 0m;", " _ = {0};"),
        new("a declaration, in a file without annotations and calls", "Plain/Table050.cs", "public int Rows => _rows.Count;", " public int Added{0} => {0};"),
    ];

    /// <summary>The program after a version of the edit, made from the unedited one.</summary>
    public CSharpCompilation Apply(CSharpCompilation program, int version)
    {
        var tree = program.SyntaxTrees.Single(tree => tree.FilePath == Path);
        var text = SyntheticProgram.Files.Single(file => file.Path == Path).Text;
        var place = text.IndexOf(At, StringComparison.Ordinal);
        var inserted = Text.Replace("{0}", version.ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal);
        return place < 0
            ? throw new InvalidOperationException($"'{At}' is not in {Path}; the edit and the synthetic program went apart.")
            : program.ReplaceSyntaxTree(tree, Compiled.Parse(Path, text.Insert(place + At.Length, inserted)));
    }
}
