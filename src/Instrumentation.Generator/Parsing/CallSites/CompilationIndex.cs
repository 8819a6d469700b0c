using System.Runtime.CompilerServices;
using Instrumentation.Generator.Shared;
using Microsoft.CodeAnalysis;

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
        KnownNames.MetricUpDownCounterAttribute,
        KnownNames.MetricGaugeAttribute,
    ];

    private static readonly ConditionalWeakTable<Compilation, CompilationIndex> s_indexes = new();

    private readonly HashSet<string> _names;

    private CompilationIndex(Compilation compilation, CancellationToken cancellation)
    {
        var files = compilation.SyntaxTrees.Select(tree => SyntaxTreeIndex.Of(tree, cancellation)).ToList();
        _names = InstrumentedNames(files);
        _names.UnionWith(compilation.SourceModule.ReferencedAssemblySymbols.SelectMany(ForeignAssembly.Calls));
        Shape = compilation.References.Aggregate(
            files.Aggregate(0UL, static (hash, file) => DeclarationHasher.Add(hash, file.DeclarationHash.ToString("x", null))),
            static (hash, reference) => DeclarationHasher.Add(hash, RuntimeHelpers.GetHashCode(reference).ToString("x", null)));
    }

    /// <summary>Equal for two compilations in which every call of an unchanged file binds to the same method.</summary>
    public ulong Shape { get; }

    public static CompilationIndex Of(Compilation compilation, CancellationToken cancellation)
    {
        if (!s_indexes.TryGetValue(compilation, out var index))
        {
            index = s_indexes.GetValue(compilation, key => new CompilationIndex(key, cancellation));
        }

        return index;
    }

    /// <summary>Whether a method of that name may be instrumented: if not, its calls need not be bound.</summary>
    public bool MayBeInstrumented(string name) => _names.Contains(name);

    private static HashSet<string> InstrumentedNames(IReadOnlyList<SyntaxTreeIndex> files)
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

        var annotated = files.SelectMany(static file => file.Attributes).Where(found => attributes.Contains(found.Attribute)).ToList();
        if (annotated.Any(static found => found.Type is null))
        {
            return new HashSet<string>(files.SelectMany(static file => file.Methods).Select(static method => method.Method), StringComparer.Ordinal);
        }

        var types = new HashSet<string>(annotated.Where(static found => found.Method is null).Select(static found => found.Type!), StringComparer.Ordinal);
        var names = new HashSet<string>(annotated.Where(static found => found.Method is not null).Select(static found => found.Method!), StringComparer.Ordinal);
        names.UnionWith(files.SelectMany(static file => file.Methods).Where(method => types.Contains(method.Type)).Select(static method => method.Method));
        return names;
    }
}
