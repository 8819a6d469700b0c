namespace SchemaRegistry.Api.Schemas.Avro;

/// <summary>A parsed Avro type. Types may refer to themselves, so the parts of a record are added after it is made.</summary>
internal sealed class AvroType(AvroKind kind, string? name = null)
{
    public AvroKind Kind { get; } = kind;

    /// <summary>Full name of a record, enum or fixed.</summary>
    public string? Name { get; } = name;

    /// <summary>Fields of a record.</summary>
    public List<AvroField> Fields { get; } = [];

    /// <summary>Branches of a union; the one element type of an array or map.</summary>
    public List<AvroType> Parts { get; } = [];
}
