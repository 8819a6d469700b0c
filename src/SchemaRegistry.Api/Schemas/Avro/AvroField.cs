using SchemaRegistry.Api.Schemas.Json;

namespace SchemaRegistry.Api.Schemas.Avro;

/// <summary>A field of a record.</summary>
internal sealed record AvroField(string Name, AvroType Type, SyntaxNode? Default);
