namespace SchemaRegistry.Api.Schemas.Json.Validation;

/// <summary>The members and items of one value that a schema looked at.</summary>
internal sealed class EvaluatedParts
{
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);
    private readonly HashSet<int> _indexes = [];
    private readonly HashSet<(int Schema, int Scope)> _visited = [];
    private bool _allNames;
    private int _firstItems;

    /// <summary>Whether the schema is asked for the first time; a second answer would be the same.</summary>
    public bool Visit(int schema, int scope) => _visited.Add((schema, scope));

    public void AddAllNames() => _allNames = true;

    public void AddName(string name) => _names.Add(name);

    /// <summary>All items up to a count.</summary>
    public void AddFirstItems(int count) => _firstItems = Math.Max(_firstItems, count);

    public void AddItem(int index) => _indexes.Add(index);

    public bool HasName(string name) => _allNames || _names.Contains(name);

    public bool HasItem(int index) => index < _firstItems || _indexes.Contains(index);
}
