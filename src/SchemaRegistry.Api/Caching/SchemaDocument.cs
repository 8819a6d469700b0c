using SchemaRegistry.Api.Http;
using SchemaRegistry.Api.Schemas;

namespace SchemaRegistry.Api.Caching;

/// <summary>A schema and the bytes that answer who asks for it by its id.</summary>
internal sealed record SchemaDocument(StoredSchema Schema, ImmutableContent Body);
