using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace Instrumentation.Generator.Shared;

/// <summary>Files whose text stands in the compilation twice, as linked files do: a call is found again by its file's text, so none in them can be replaced (CS9233).</summary>
internal sealed class RepeatedFiles
{
    private static readonly ConditionalWeakTable<Compilation, RepeatedFiles> s_known = new();
    private static readonly ConditionalWeakTable<SyntaxTree, string> s_hashes = new();

    private readonly HashSet<SyntaxTree> _files;

    private RepeatedFiles(Compilation compilation) =>
        _files = [.. compilation.SyntaxTrees
            .GroupBy(static tree => tree.Length)
            .Where(static group => group.Count() > 1)
            .SelectMany(static group => group.GroupBy(Hash, StringComparer.Ordinal))
            .Where(static group => group.Count() > 1)
            .SelectMany(static group => group)];

    public static RepeatedFiles Of(Compilation compilation) => s_known.GetValue(compilation, static key => new RepeatedFiles(key));

    public bool Contain(SyntaxTree file) => _files.Contains(file);

    // The compiler's own: what it compares.
    private static string Hash(SyntaxTree tree) =>
        s_hashes.GetValue(tree, static key => Convert.ToBase64String([.. key.GetText().GetContentHash()]));
}
