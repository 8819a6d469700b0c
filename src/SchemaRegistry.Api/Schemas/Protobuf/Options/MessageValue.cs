using SchemaRegistry.Api.Schemas.Protobuf.Model;

namespace SchemaRegistry.Api.Schemas.Protobuf.Options;

/// <summary>A message of a type that is known at run time only: the value of options.</summary>
internal sealed class MessageValue(ProtoMessage type)
{
    private readonly SortedDictionary<int, FieldValue> _fields = [];

    public ProtoMessage Type { get; } = type;

    /// <summary>The fields that are set, in the order of their numbers.</summary>
    public IEnumerable<FieldValue> Fields => _fields.Values;

    public bool IsEmpty => _fields.Count == 0;

    public FieldValue? Find(int number) => _fields.GetValueOrDefault(number);

    /// <summary>The first value of a field by its name; none when it is not set.</summary>
    public object? Find(string name) => Type.FindField(name) is { } field ? Find(field.Number)?.Values[0] : null;

    public bool IsTrue(string name) => Find(name) is true;

    /// <summary>Adds a value; of the fields of a oneof, the last one stays.</summary>
    public void Add(ProtoField field, object value)
    {
        if (field.Oneof is { } oneof && _fields.Values.FirstOrDefault(other => other.Field != field && other.Field.Oneof == oneof) is { } sibling)
        {
            _fields.Remove(sibling.Field.Number);
        }

        if (!_fields.TryGetValue(field.Number, out var values))
        {
            _fields.Add(field.Number, values = new FieldValue(field, []));
        }

        values.Values.Add(value);
    }
}
