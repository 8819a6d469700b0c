using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace Instrumentation.Generator.Parsing.CallSites;

/// <summary>
/// Parses files, and keeps what came out for as long as neither the file nor a declaration elsewhere changes (<see cref="CompilationIndex.Shape"/>): that is what keeps
/// a keystroke cheap.
/// </summary>
/// <remarks>What has to be parsed anew is parsed together, on all processors: in a build, and after a change of a declaration, that is every file.</remarks>
internal sealed class FileMemo<T>(Func<SyntaxTree, CompilationIndex, Compilation, CancellationToken, T?> parse)
    where T : class
{
    private readonly ConditionalWeakTable<SyntaxTree, Slot> _slots = new();

    public T? Of(SyntaxTree tree, Compilation compilation, CancellationToken cancellation)
    {
        var index = CompilationIndex.Of(compilation, cancellation);
        if (Known(tree, index) is { } known)
        {
            return known.Value;
        }

        // After a keystroke it is only this one, for which no thread need be started.
        var unparsed = compilation.SyntaxTrees.Where(other => Known(other, index) is null).ToList();
        if (unparsed.Count > 1 && compilation.Options.ConcurrentBuild)
        {
            Parallel.ForEach(unparsed, new ParallelOptions { CancellationToken = cancellation }, other => Parse(other, index, compilation, cancellation));
        }

        // Another compilation with the same file may have taken its place by now.
        return (Known(tree, index) ?? Parse(tree, index, compilation, cancellation)).Value;
    }

    private Parsed? Known(SyntaxTree tree, CompilationIndex index) =>
        _slots.TryGetValue(tree, out var slot) && slot.Latest is { } latest && latest.Shape == index.Shape ? latest : null;

    private Parsed Parse(SyntaxTree tree, CompilationIndex index, Compilation compilation, CancellationToken cancellation) =>
        _slots.GetOrCreateValue(tree).Latest = new Parsed(index.Shape, parse(tree, index, compilation, cancellation));

    private sealed class Slot
    {
        public volatile Parsed? Latest;
    }

    private sealed class Parsed(ulong shape, T? value)
    {
        public ulong Shape { get; } = shape;

        public T? Value { get; } = value;
    }
}
