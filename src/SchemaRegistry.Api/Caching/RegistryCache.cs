using System.Text.Json;
using Microsoft.Extensions.Options;
using SchemaRegistry.Api.Config;
using SchemaRegistry.Api.Hosting;
using SchemaRegistry.Api.Http;
using SchemaRegistry.Api.Modes;

namespace SchemaRegistry.Api.Caching;

/// <summary>What the process remembers of the database. Who changes something there says so here before it answers.</summary>
internal sealed class RegistryCache
{
    // The objects around a text or array: headers, the entry, its place in the order, and in the table.
    private const int EntryBytes = 400;

    // Trees of nodes, tables of names, compiled patterns: about so many bytes for a character of the text.
    private const int ParsedBytesPerCharacter = 32;

    private const int ConfigBytesPerByte = 8;

    public RegistryCache(IOptions<RegistryOptions> options)
    {
        L1 = new CacheBudget(CacheTier.L1, options.Value.CacheBytes);
        ParsedBudget = new CacheBudget(CacheTier.Parsed, options.Value.ParsedCacheBytes);
        Schemas = new(L1, static (_, document) => EntryBytes + document.Body.Bytes.Length + (sizeof(char) * document.Schema.Text.Length));
        Configs = new(L1, static (subject, config) => EntryBytes + (sizeof(char) * subject.Length) + Weigh(config.Value));
        Modes = new(L1, static (subject, _) => EntryBytes + (sizeof(char) * subject.Length));
        Parsed = new(ParsedBudget, static (_, document) => EntryBytes + ((long)ParsedBytesPerCharacter * document.Schema.Text.Length));
    }

    public CacheBudget L1 { get; }

    public CacheBudget ParsedBudget { get; }

    /// <summary>By id; what an id stands for changes only when it is deleted for good.</summary>
    public FlightCache<int, SchemaDocument> Schemas { get; }

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
        Configs.Remove(subject);
        Modes.Remove(subject);
    }

    // As text it is short; as objects it is a few times that.
    private static int Weigh(ConfigSettings? settings) =>
        settings is null ? 0 : EntryBytes + (ConfigBytesPerByte * JsonSerializer.SerializeToUtf8Bytes(settings, RegistryJson.Of<ConfigSettings>()).Length);
}
