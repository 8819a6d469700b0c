using SchemaRegistry.Api.Schemas.Json.Syntax;

namespace SchemaRegistry.Api.Schemas.Avro;

/// <summary>A parsed Avro type. Types may refer to themselves, so what a named type is made of is added after it is made.</summary>
internal sealed class AvroType(AvroKind kind, string? name = null)
{
    // Few branches are found faster by looking at each than by hashing the name.
    private const int SmallUnion = 8;

    // Nothing is made for kinds that have none: a schema has thousands of types.
    private static readonly List<AvroField> s_noFields = [];
    private static readonly List<AvroType> s_noParts = [];
    private static readonly List<string> s_noSymbols = [];

    private readonly Dictionary<string, AvroField>? _fieldsByName = kind == AvroKind.Record ? new(StringComparer.Ordinal) : null;
    private readonly HashSet<string>? _symbols = kind == AvroKind.Enum ? new(StringComparer.Ordinal) : null;
    private Dictionary<string, int>? _partsByName;

    public AvroKind Kind { get; } = kind;

    /// <summary>Whether it is made of nothing else and has no name of its own.</summary>
    public bool IsPrimitive => Kind <= AvroKind.String;

    /// <summary>Full name of a record, enum or fixed.</summary>
    public string? Name { get; } = name;

    /// <summary>What a union calls it: the full name, or that of the kind.</summary>
    public string TypeName => Name ?? AvroKinds.NameOf(Kind);

    /// <summary>The name without the name space.</summary>
    public string SimpleName { get; } = name?[(name.LastIndexOf('.') + 1)..] ?? AvroKinds.NameOf(kind);

    /// <summary>Whether a record is called an error.</summary>
    public bool IsError { get; init; }

    /// <summary>Other names of a named type, in full.</summary>
    public IReadOnlyList<string> Aliases { get; set; } = [];

    public string? Documentation { get; set; }

    /// <summary>Fields of a record.</summary>
    public List<AvroField> Fields { get; } = kind == AvroKind.Record ? [] : s_noFields;

    /// <summary>Branches of a union; the one element type of an array or map.</summary>
    public List<AvroType> Parts { get; } = kind is AvroKind.Union or AvroKind.Array or AvroKind.Map ? [] : s_noParts;

    /// <summary>Symbols of an enum, in order.</summary>
    public List<string> Symbols { get; } = kind == AvroKind.Enum ? [] : s_noSymbols;

    /// <summary>The symbol that stands for those an enum does not know.</summary>
    public string? DefaultSymbol { get; set; }

    /// <summary>Bytes of a fixed.</summary>
    public int Size { get; set; }

    /// <summary>What else the schema says of the type: <c>logicalType</c> and whatever its author put there.</summary>
    public IReadOnlyList<JsonMember> Properties { get; set; } = [];

    /// <returns>Whether there was no field of this name yet.</returns>
    public bool TryAdd(AvroField field)
    {
        Fields.Add(field);
        return _fieldsByName!.TryAdd(field.Name, field);
    }

    public AvroField? FindField(string fieldName) => _fieldsByName?.GetValueOrDefault(fieldName);

    /// <returns>Whether the enum did not have the symbol yet.</returns>
    public bool TryAdd(string symbol)
    {
        Symbols.Add(symbol);
        return _symbols!.Add(symbol);
    }

    public bool HasSymbol(string symbol) => _symbols!.Contains(symbol);

    /// <returns>Whether the union had no branch of this name yet.</returns>
    public bool TryAdd(AvroType branch)
    {
        var isNew = IndexOfBranch(branch.TypeName) < 0;
        Parts.Add(branch);
        _partsByName?.TryAdd(branch.TypeName, Parts.Count - 1);
        return isNew;
    }

    /// <summary>The index of a union's branch; -1 when there is none of this name.</summary>
    public int IndexOfBranch(string typeName)
    {
        if (Parts.Count > SmallUnion)
        {
            _partsByName ??= IndexParts();
            return _partsByName.GetValueOrDefault(typeName, -1);
        }

        for (var i = 0; i < Parts.Count; i++)
        {
            if (string.Equals(Parts[i].TypeName, typeName, StringComparison.Ordinal))
            {
                return i;
            }
        }

        return -1;
    }

    private Dictionary<string, int> IndexParts()
    {
        var index = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < Parts.Count; i++)
        {
            index.TryAdd(Parts[i].TypeName, i);
        }

        return index;
    }
}
