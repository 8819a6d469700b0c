using SchemaRegistry.Api.Schemas;
using SchemaRegistry.Api.Schemas.Formats;

namespace SchemaRegistry.Api.Caching;

/// <summary>A schema and what was read from its text.</summary>
internal sealed record ParsedDocument(StoredSchema Schema, IParsedSchema Parsed)
{
    /// <summary>Whether it is read from the same text; an id that was freed may be given to another schema in <c>IMPORT</c> mode, so the id alone says nothing.</summary>
    public bool IsOf(StoredSchema schema) =>
        ReferenceEquals(Schema, schema)
        || (string.Equals(Schema.Text, schema.Text, StringComparison.Ordinal) && Schema.References.SequenceEqual(schema.References));
}
