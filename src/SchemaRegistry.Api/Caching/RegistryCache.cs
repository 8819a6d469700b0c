using System.Text.Json;
using Microsoft.Extensions.Options;
using SchemaRegistry.Api.Config;
using SchemaRegistry.Api.Hosting;
using SchemaRegistry.Api.Http;
using SchemaRegistry.Api.Modes;
using SchemaRegistry.Api.Schemas;

namespace SchemaRegistry.Api.Caching;

/// <summary>What the process remembers of the database. Who changes something there says so here before it answers.</summary>
internal sealed class RegistryCache
{
    // The objects around a text or array: headers, the entry, its place in the order, and in the table.
    private const int EntryBytes = 400;

    // Trees of nodes, tables of names, compiled patterns: about so many bytes for a character of the text.
    private const int ParsedBytesPerCharacter = 32;

    // As text it is short; as objects it is a few times that.
    private const int ObjectBytesPerByte = 8;

    public RegistryCache(IOptions<RegistryOptions> options)
    {
        L1 = new CacheBudget(CacheTier.L1, options.Value.CacheBytes);
        ParsedBudget = new CacheBudget(CacheTier.Parsed, options.Value.ParsedCacheBytes);
        Schemas = new(L1, static (_, document) => Weigh(document.Schema) + document.Body.Bytes.Length);
        Latest = new(L1, static (subject, version) => Weigh(version.Schema) + (sizeof(char) * (subject.Length + version.Text.Length)));
        Configs = new(L1, static (subject, config) => EntryBytes + (sizeof(char) * subject.Length) + WeighObjects(config.Value));
        Modes = new(L1, static (subject, _) => EntryBytes + (sizeof(char) * subject.Length));
        Parsed = new(ParsedBudget, static (_, document) => EntryBytes + ((long)ParsedBytesPerCharacter * document.Schema.Text.Length));
    }

    public CacheBudget L1 { get; }

    public CacheBudget ParsedBudget { get; }

    /// <summary>By id; what an id stands for changes only when it is deleted for good.</summary>
    public FlightCache<int, SchemaDocument> Schemas { get; }

    /// <summary>By subject: the latest version that is not deleted. Who registers looks at the database instead, because this may be a moment behind what is written.</summary>
    public FlightCache<string, SchemaVersion> Latest { get; }

    /// <summary>By id: read and compiled.</summary>
    public FlightCache<int, ParsedDocument> Parsed { get; }

    /// <summary>By subject; the empty one is the global one.</summary>
    public FlightCache<string, Known<ConfigSettings>> Configs { get; }

    /// <summary>By subject; the empty one is the global one.</summary>
    public FlightCache<string, Known<RegistryMode?>> Modes { get; }

    public void RemoveSchema(int id)
    {
        Schemas.Remove(id);
        Parsed.Remove(id);
    }

    public void RemoveSubject(string subject)
    {
        Latest.Remove(subject);
        Configs.Remove(subject);
        Modes.Remove(subject);
    }

    private static long Weigh(StoredSchema schema) =>
        EntryBytes + (sizeof(char) * (long)schema.Text.Length) + WeighObjects(schema.References.NullIfEmpty()) + WeighObjects(schema.Metadata) + WeighObjects(schema.RuleSet);

    private static long WeighObjects<T>(T? value)
        where T : class => value is null ? 0 : EntryBytes + ((long)ObjectBytesPerByte * JsonSerializer.SerializeToUtf8Bytes(value, RegistryJson.Of<T>()).Length);
}
