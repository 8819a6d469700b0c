using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace Instrumentation.Generator.Shared;

/// <summary>One model of each tree of a compilation: a model remembers what it has bound, and many expressions stand in one file.</summary>
internal static class TreeModels
{
    private static readonly ConditionalWeakTable<Compilation, ConcurrentDictionary<SyntaxTree, SemanticModel>> s_known = new();

    public static SemanticModel Of(Compilation compilation, SyntaxTree tree) =>
        s_known.GetOrCreateValue(compilation).GetOrAdd(tree, key => compilation.GetSemanticModel(key));
}
