using Microsoft.Extensions.Caching.Memory;
using SchemaRegistry.Api.Schemas.Formats;

namespace SchemaRegistry.Api.Schemas;

/// <summary>Remembers the registered schemas that were read of late, up to a sum of their lengths.</summary>
internal sealed class ParsedSchemaCache
{
    private const long MaxCharacters = 64 * 1024 * 1024;

    private readonly MemoryCache _cache = new(new MemoryCacheOptions { SizeLimit = MaxCharacters });

    // An id that was freed may be given to another schema in IMPORT mode, so the id alone says nothing.
    public IParsedSchema? Find(StoredSchema schema) =>
        _cache.TryGetValue(schema.Id, out (StoredSchema Schema, IParsedSchema Parsed) known)
        && string.Equals(known.Schema.Text, schema.Text, StringComparison.Ordinal)
        && known.Schema.References.SequenceEqual(schema.References)
            ? known.Parsed
            : null;

    public void Add(StoredSchema schema, IParsedSchema parsed) =>
        _cache.Set(schema.Id, (schema, parsed), new MemoryCacheEntryOptions { Size = schema.Text.Length });
}
