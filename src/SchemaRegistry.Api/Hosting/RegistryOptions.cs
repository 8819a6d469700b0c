namespace SchemaRegistry.Api.Hosting;

/// <summary>Settings under <c>Registry</c>; as environment variables <c>Registry__DataDirectory</c> and so on.</summary>
internal sealed class RegistryOptions
{
    public const string Section = "Registry";

    /// <summary>Folder of the database file; relative to the current directory.</summary>
    public string DataDirectory { get; set; } = "data";

    /// <summary>Memory for what was read from the database, in bytes; 0 remembers nothing. Default: 64 MiB.</summary>
    public long CacheBytes { get; set; } = 64 * 1024 * 1024;

    /// <summary>Memory for schemas that were read and compiled from their texts, in bytes, estimated from the length of the texts. Default: 64 MiB.</summary>
    public long ParsedCacheBytes { get; set; } = 64 * 1024 * 1024;

    /// <summary>Largest request body; a body that is larger is answered with 413.</summary>
    public long MaxRequestBodyBytes { get; set; } = 10 * 1024 * 1024;
}
