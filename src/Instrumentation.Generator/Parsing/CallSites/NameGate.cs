using Microsoft.CodeAnalysis;

namespace Instrumentation.Generator.Parsing.CallSites;

/// <summary>What a name in code may stand for, as far as all declarations say by their names alone: what is nothing of it need not be bound.</summary>
internal sealed class NameGate
{
    private readonly HashSet<string> _methods;
    private readonly HashSet<string> _carriers;
    private readonly HashSet<string> _dynamic;
    private readonly HashSet<string> _extensions;

    public NameGate(IEnumerable<string> instrumented, IReadOnlyList<SyntaxTreeIndex> files, Compilation compilation, CancellationToken cancellation)
    {
        _methods = new HashSet<string>(instrumented, StringComparer.Ordinal);
        var foreign = compilation.References.Select(reference => ForeignNames.Of(reference, cancellation)).ToList();
        _dynamic = Holders(files, ["dynamic"]);
        _dynamic.UnionWith(foreign.SelectMany(static names => names.Dynamic));
        _extensions = new HashSet<string>(files.SelectMany(static file => file.Extensions).Concat(foreign.SelectMany(static names => names.Extensions)), StringComparer.Ordinal);

        // Only a class with a base list can become an interface.
        _carriers = Holders(files, files.SelectMany(static file => file.Methods).Where(method => _methods.Contains(method.Method)).Select(static method => method.Type)
            .Intersect(files.SelectMany(static file => file.Made).Select(static made => made.Name), StringComparer.Ordinal));
        _methods.UnionWith(compilation.SourceModule.ReferencedAssemblySymbols.SelectMany(ForeignAssembly.Calls));
    }

    /// <summary>Whether the name may be that of an instrumented method, or of something that holds an object with one.</summary>
    public bool MayBeUsed(string name) => MayBeMethod(name) || MayCarry(name);

    /// <summary>Whether the name may be that of an instrumented method.</summary>
    public bool MayBeMethod(string name) => _methods.Contains(name);

    /// <summary>Whether the name may be that of a class with instrumented methods and interfaces, or of what is declared to be of one.</summary>
    public bool MayCarry(string name) => _carriers.Contains(name);

    /// <summary>Whether what has the name may give a dynamic value.</summary>
    public bool MayBeDynamic(string name) => _dynamic.Contains(name);

    /// <summary>Whether the name may be that of an extension method.</summary>
    public bool MayExtend(string name) => _extensions.Contains(name);

    // Types, those that are made of them, and what is declared to be of any of these.
    private static HashSet<string> Holders(IReadOnlyList<SyntaxTreeIndex> files, IEnumerable<string> roots)
    {
        var types = new HashSet<string>(roots, StringComparer.Ordinal);
        int known;
        do
        {
            known = types.Count;
            types.UnionWith(files.SelectMany(static file => file.Made).Where(made => types.Contains(made.Type)).Select(static made => made.Name).ToList());
        }
        while (types.Count > known);

        types.UnionWith(files.SelectMany(static file => file.Declared).Where(declared => types.Contains(declared.Type)).Select(static declared => declared.Name).ToList());
        return types;
    }
}
