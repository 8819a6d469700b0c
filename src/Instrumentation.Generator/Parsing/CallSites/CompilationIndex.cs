using System.Runtime.CompilerServices;
using Instrumentation.Generator.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Instrumentation.Generator.Parsing.CallSites;

/// <summary>What the syntax of all files says together; made once per compilation out of what is known of each file.</summary>
internal sealed class CompilationIndex
{
    private const string Suffix = "Attribute";

    private static readonly string[] s_attributes =
    [
        KnownNames.InstrumentedAttribute,
        KnownNames.MetricCounterAttribute,
        KnownNames.MetricHistogramAttribute,
        KnownNames.MetricSummaryAttribute,
        KnownNames.MetricUpDownCounterAttribute,
        KnownNames.MetricGaugeAttribute,
    ];

    private static readonly ConditionalWeakTable<Compilation, CompilationIndex> s_indexes = new();

    // While somebody types inside a body, each compilation has the names of the one before.
    private static CompilationIndex? s_latest;

    private readonly HashSet<string> _attributes;

    private CompilationIndex(Compilation compilation, CancellationToken cancellation)
    {
        var files = Files(compilation, cancellation);
        Shape = ShapeOf(compilation, files);
        if (Volatile.Read(ref s_latest) is { } latest && latest.Shape == Shape)
        {
            (_attributes, Names, CoversAssembly) = (latest._attributes, latest.Names, latest.CoversAssembly);
            return;
        }

        _attributes = AttributeNames(files);
        var annotated = files.SelectMany(static file => file.Attributes).Where(found => _attributes.Contains(found.Attribute)).ToList();
        CoversAssembly = annotated.Any(static found => found.Type is null);
        Names = new NameGate(CoversAssembly ? files.SelectMany(static file => file.Methods).Select(static method => method.Method) : InstrumentedNames(files, annotated), files, compilation, cancellation);
        Volatile.Write(ref s_latest, this);
    }

    /// <summary>Equal for two compilations in which everything that an unchanged file names means the same.</summary>
    public ulong Shape { get; }

    /// <summary>Whether an attribute stands on the assembly and may cover types without any.</summary>
    public bool CoversAssembly { get; }

    /// <summary>What a name may stand for.</summary>
    public NameGate Names { get; }

    public static CompilationIndex Of(Compilation compilation, CancellationToken cancellation)
    {
        if (!s_indexes.TryGetValue(compilation, out var index))
        {
            index = s_indexes.GetValue(compilation, key => new CompilationIndex(key, cancellation));
        }

        return index;
    }

    /// <summary>Whether an attribute of that name may be one of ours.</summary>
    public bool MayBeOurs(string attribute) => _attributes.Contains(attribute);

    // In a build every file is new, and they are read on all processors; after a keystroke it is one, for which no thread need be started.
    private static List<SyntaxTreeIndex> Files(Compilation compilation, CancellationToken cancellation)
    {
        var unread = compilation.SyntaxTrees.Where(static tree => !SyntaxTreeIndex.IsKnown(tree)).ToList();
        if (unread.Count > 1 && compilation.Options.ConcurrentBuild)
        {
            Parallel.ForEach(unread, new ParallelOptions { CancellationToken = cancellation }, tree => SyntaxTreeIndex.Of(tree, cancellation));
        }

        return [.. compilation.SyntaxTrees.Select(tree => SyntaxTreeIndex.Of(tree, cancellation))];
    }

    private static ulong ShapeOf(Compilation compilation, IEnumerable<SyntaxTreeIndex> files)
    {
        var hash = DeclarationHasher.Add(OptionsHash(compilation.Options), compilation.AssemblyName ?? string.Empty);
        hash = files.Aggregate(hash, static (sum, file) => DeclarationHasher.Add(sum, file.DeclarationHash));
        hash = compilation.SyntaxTrees.Where(RepeatedFiles.Of(compilation).Contain).Aggregate(hash, static (sum, tree) => DeclarationHasher.Add(sum, tree.FilePath));
        return compilation.References.Aggregate(hash, static (sum, reference) => DeclarationHasher.Add(sum, (ulong)RuntimeHelpers.GetHashCode(reference)));
    }

    // The options' own hash is of no use: that of the compiler's reference resolver throws.
    private static ulong OptionsHash(CompilationOptions options) =>
        ((ulong)options.OutputKind << 32)
        | ((ulong)options.MetadataImportOptions << 16)
        | ((ulong)options.NullableContextOptions << 8)
        | (options.CheckOverflow ? 2ul : 0)
        | (options is CSharpCompilationOptions { AllowUnsafe: true } ? 1ul : 0);

    private static HashSet<string> AttributeNames(IEnumerable<SyntaxTreeIndex> files)
    {
        var attributes = new HashSet<string>(StringComparer.Ordinal);
        foreach (var attribute in s_attributes)
        {
            var simple = attribute.Substring(KnownNames.Namespace.Length + 1);
            attributes.Add(simple);
            attributes.Add(simple.Substring(0, simple.Length - Suffix.Length));
        }

        foreach (var (alias, target) in files.SelectMany(static file => file.Aliases))
        {
            if (attributes.Contains(target))
            {
                attributes.Add(alias);
            }
        }

        return attributes;
    }

    private static HashSet<string> InstrumentedNames(IEnumerable<SyntaxTreeIndex> files, IReadOnlyList<AttributeUse> annotated)
    {
        var types = new HashSet<string>(annotated.Where(static found => found.Member is null).Select(static found => found.Type!), StringComparer.Ordinal);
        var names = new HashSet<string>(annotated.Where(static found => found.Member is not null).Select(static found => found.Member!), StringComparer.Ordinal);
        names.UnionWith(files.SelectMany(static file => file.Methods).Where(method => types.Contains(method.Type)).Select(static method => method.Method));
        return names;
    }
}
