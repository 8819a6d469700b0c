using SchemaRegistry.Api.Schemas.Formats;

namespace SchemaRegistry.Api.Schemas.Avro.Documents;

/// <summary>A place in a document with the place in the schema that says what must stand there.</summary>
internal readonly record struct AvroPlace(DocumentPath Instance, DocumentPath Schema, int Depth)
{
    public static readonly AvroPlace Root = new(DocumentPath.Root, DocumentPath.Root, 0);

    public AvroPlace Field(int index, string name) => new(Instance.Append(name), Schema.Append("fields").Append(index).Append("type"), Depth + 1);

    public AvroPlace Item(int index) => new(Instance.Append(index), Schema.Append("items"), Depth + 1);

    public AvroPlace Value(string key) => new(Instance.Append(key), Schema.Append("values"), Depth + 1);

    /// <summary>The value of a union; in JSON it stands under the name of its branch.</summary>
    public AvroPlace Branch(int index, string? name) => new(name is null ? Instance : Instance.Append(name), Schema.Append(index), Depth + 1);

    public DocumentError Error(string reason) => new(Instance.ToString(), Schema.ToString(), reason);
}
