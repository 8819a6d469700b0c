using System.Runtime.CompilerServices;
using SchemaRegistry.Api.Schemas.Formats;

namespace SchemaRegistry.Api.Schemas.Compatibility;

/// <summary>Compares the parts of two schemas that refer to themselves: each pair once, in bounded work.</summary>
/// <remarks>A pair that leads back to itself is taken for compatible; when that turns out wrong, the comparison is made again with what is known then, so that a
/// cycle hides nothing.</remarks>
/// <param name="compare">Compares one pair; asks <see cref="Compare"/> for the pairs inside.</param>
internal sealed class PairMemo<T>(Func<T, T, Findings> compare)
    where T : class
{
    /// <summary>How many pairs and parts of pairs may be looked at; about a second.</summary>
    public const int MaxSteps = 500_000;

    /// <summary>How deep schemas may lead into each other.</summary>
    public const int MaxDepth = 1_000;

    private readonly Dictionary<(T, T), Findings?> _known = new(ByReference.Instance);
    private readonly HashSet<(T, T)> _assumed = new(ByReference.Instance);
    private readonly Dictionary<(T, T), Findings> _refuted = new(ByReference.Instance);
    private bool _isConsistent;
    private int _steps;
    private int _depth;

    /// <summary>Compares the roots, and with them everything that they lead to.</summary>
    /// <exception cref="WorkLimitException">It takes too many steps or goes too deep.</exception>
    public Findings CompareRoots(T left, T right)
    {
        Findings findings;
        do
        {
            _known.Clear();
            _assumed.Clear();
            _isConsistent = true;
            findings = Compare(left, right);
        }
        while (!_isConsistent);

        return findings;
    }

    /// <summary>Compares two parts, or remembers what came of it.</summary>
    public Findings Compare(T left, T right)
    {
        Spend(1);
        if (++_depth > MaxDepth || !RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            throw new WorkLimitException($"the schemas to compare lead into each other more than {MaxDepth} deep");
        }

        var findings = Find((left, right));
        _depth--;
        return findings;
    }

    /// <summary>Counts work that is not a pair.</summary>
    public void Spend(int steps)
    {
        _steps += steps;
        if (_steps > MaxSteps || _steps < 0)
        {
            throw new WorkLimitException("the two schemas take more steps to compare than one request may cause");
        }
    }

    private Findings Find((T Left, T Right) pair)
    {
        if (_known.TryGetValue(pair, out var known))
        {
            return known ?? Assume(pair);
        }

        _known.Add(pair, null);
        var findings = compare(pair.Left, pair.Right) is { IsCompatible: false } found ? found : Findings.None;
        _known[pair] = findings;
        if (!findings.IsCompatible && _assumed.Contains(pair) && _refuted.TryAdd(pair, findings))
        {
            _isConsistent = false;
        }

        return findings;
    }

    private Findings Assume((T, T) pair)
    {
        if (_refuted.TryGetValue(pair, out var findings))
        {
            return findings;
        }

        _assumed.Add(pair);
        return Findings.None;
    }

    private sealed class ByReference : IEqualityComparer<(T Left, T Right)>
    {
        public static readonly ByReference Instance = new();

        public bool Equals((T Left, T Right) x, (T Left, T Right) y) => ReferenceEquals(x.Left, y.Left) && ReferenceEquals(x.Right, y.Right);

        public int GetHashCode((T Left, T Right) pair) => (RuntimeHelpers.GetHashCode(pair.Left) * 397) ^ RuntimeHelpers.GetHashCode(pair.Right);
    }
}
