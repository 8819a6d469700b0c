using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;

namespace Instrumentation.Analyzers.Rules.Hygiene;

/// <summary>Where the program moves each gauge, and each field that a gauge shows. May be filled concurrently.</summary>
internal sealed class MovementBook
{
    private readonly ConcurrentDictionary<object, Entry> _entries = new(KeyComparer.Instance);
    private readonly ConcurrentDictionary<IFieldSymbol, string> _observed = new(SymbolEqualityComparer.Default);

    public void Add(object key, string label, Movement movement, Location place)
    {
        var entry = Of(key);
        entry.Label = label;
        entry.Moves.Add((movement, place));
    }

    /// <summary>A field is written.</summary>
    public void Write(IFieldSymbol field, Movement movement, Location place) => Of(field).Moves.Add((movement, place));

    /// <summary>A gauge shows a field.</summary>
    public void Observe(IFieldSymbol field, string label) => _observed.TryAdd(field, label);

    /// <summary>A method moves a metric of ours; whoever can call it must be known.</summary>
    public void Enclose(string metric, ISymbol method) => Of(metric).Methods.Add(method);

    /// <summary>What is raised, and in the whole program never lowered, with the first place in the order of the sources.</summary>
    public IEnumerable<(string Label, Location Place, bool IsObserved)> OnlyRising(Compilation compilation)
    {
        foreach (var entry in _entries)
        {
            var field = entry.Key as IFieldSymbol;
            var shown = field is not null && _observed.TryGetValue(field, out var name) ? name : null;
            var isInstrument = entry.Value.Label is not null;
            if ((isInstrument || shown is not null)
                && entry.Value.Moves.All(static move => move.Movement == Movement.Up)
                && !entry.Value.Moves.IsEmpty
                && IsEnclosed(entry.Key, entry.Value, compilation))
            {
                yield return (entry.Value.Label ?? shown!, First(entry.Value.Moves.Select(static move => move.Place)), !isInstrument);
            }
        }
    }

    private static bool IsEnclosed(object key, Entry entry, Compilation compilation) => key switch
    {
        ILocalSymbol => true,
        IParameterSymbol => false,
        ISymbol symbol => ProgramEnd.Encloses(symbol, compilation),
        _ => entry.Methods.All(method => ProgramEnd.Encloses(method, compilation)),
    };

    private static Location First(IEnumerable<Location> places) =>
        places.OrderBy(static place => place.SourceTree?.FilePath, StringComparer.Ordinal).ThenBy(static place => place.SourceSpan.Start).First();

    private Entry Of(object key) => _entries.GetOrAdd(key, static _ => new Entry());

    private sealed class Entry
    {
        public string? Label { get; set; }

        public ConcurrentBag<(Movement Movement, Location Place)> Moves { get; } = [];

        public ConcurrentBag<ISymbol> Methods { get; } = [];
    }

    // Symbols and names of metrics side by side.
    private sealed class KeyComparer : IEqualityComparer<object>
    {
        public static readonly KeyComparer Instance = new();

        public new bool Equals(object? x, object? y) => x is ISymbol left && y is ISymbol right ? SymbolEqualityComparer.Default.Equals(left, right) : object.Equals(x, y);

        public int GetHashCode(object obj) => obj is ISymbol symbol ? SymbolEqualityComparer.Default.GetHashCode(symbol) : obj.GetHashCode();
    }
}
