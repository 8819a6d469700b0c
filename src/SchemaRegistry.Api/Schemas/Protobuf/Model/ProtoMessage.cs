namespace SchemaRegistry.Api.Schemas.Protobuf.Model;

/// <summary>A message type.</summary>
internal sealed class ProtoMessage(ProtoFile file, ProtoMessage? parent) : ProtoElement
{
    private Dictionary<int, ProtoField>? _byNumber;
    private Dictionary<string, ProtoField>? _byName;

    public ProtoFile File { get; } = file;

    public ProtoMessage? Parent { get; } = parent;

    public List<ProtoField> Fields { get; } = [];

    public List<ProtoField> Extensions { get; } = [];

    public List<ProtoMessage> Messages { get; } = [];

    public List<ProtoEnum> Enums { get; } = [];

    public List<ProtoOneof> Oneofs { get; } = [];

    /// <summary>Numbers for extensions, the end exclusive.</summary>
    public List<ProtoRange> ExtensionRanges { get; } = [];

    /// <summary>Numbers that no field may have, the end exclusive.</summary>
    public List<ProtoRange> ReservedRanges { get; } = [];

    public List<ReservedName> ReservedNames { get; } = [];

    public Visibility Visibility { get; set; }

    /// <summary>Whether it is the pair of key and value of a map field.</summary>
    public bool IsMapEntry { get; set; }

    /// <summary>Whether it is the body of a group.</summary>
    public bool IsGroup { get; set; }

    public bool IsMessageSet { get; set; }

    /// <summary>The field of a number; only after linking, because the list is complete then.</summary>
    public ProtoField? FindField(int number) =>
        (_byNumber ??= Fields.GroupBy(static field => field.Number).ToDictionary(static group => group.Key, static group => group.First()))
            .GetValueOrDefault(number);

    /// <summary>The field of a name; only after linking.</summary>
    public ProtoField? FindField(string name) =>
        (_byName ??= Fields.GroupBy(static field => field.Name, StringComparer.Ordinal)
            .ToDictionary(static group => group.Key, static group => group.First(), StringComparer.Ordinal))
            .GetValueOrDefault(name);

    /// <summary>The message and all messages within it. The parser bounds how deep they nest.</summary>
    public IEnumerable<ProtoMessage> WithNested()
    {
        yield return this;
        foreach (var nested in Messages.SelectMany(static message => message.WithNested()))
        {
            yield return nested;
        }
    }
}
