using SchemaRegistry.Api.Http;

namespace SchemaRegistry.Api.V1;

/// <summary>The names of the states on the wire and in the database, and the moves between them.</summary>
internal static class LifecycleStates
{
    private static readonly Dictionary<LifecycleState, LifecycleState[]> s_moves = new()
    {
        [LifecycleState.Draft] = [LifecycleState.Active],
        [LifecycleState.Active] = [LifecycleState.Deprecated],
        [LifecycleState.Deprecated] = [LifecycleState.Active, LifecycleState.Archived],
        [LifecycleState.Archived] = [],
    };

    private static readonly Dictionary<string, LifecycleState> s_byName =
        s_moves.Keys.ToDictionary(WireName, static state => state, StringComparer.OrdinalIgnoreCase);

    public static string WireName(LifecycleState state) => state.ToString().ToUpperInvariant();

    public static LifecycleState Parse(string name) => s_byName.TryGetValue(name, out var state)
        ? state
        : throw RegistryErrors.UnexpectedBody($"'{name}' is no state. States are {string.Join(", ", s_byName.Keys)}.");

    /// <summary>The state after a move.</summary>
    /// <exception cref="RegistryException">There is no such move.</exception>
    public static LifecycleState Move(LifecycleState from, LifecycleState to)
    {
        if (from == to || s_moves[from].Contains(to))
        {
            return to;
        }

        var allowed = s_moves[from].Length == 0 ? "it stays as it is" : $"it can become {string.Join(" or ", s_moves[from].Select(WireName))}";
        throw RegistryErrors.Conflict($"A schema that is {WireName(from)} cannot become {WireName(to)}: {allowed}.");
    }
}
