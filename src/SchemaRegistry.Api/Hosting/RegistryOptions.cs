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

    /// <summary>
    /// The secret that requests under <c>/api/v1/admin</c> bring (<c>Authorization: Bearer …</c>), at least <see cref="MinAdminKeyLength"/> characters; without one, the default, nobody is admitted.
    /// </summary>
    public string? AdminKey { get; set; }

    /// <summary>Folder of the back-ups; <c>backups</c> in <see cref="DataDirectory"/> where it is empty.</summary>
    public string? BackupDirectory { get; set; }

    /// <summary>For how long a server that was told to end says that it is not ready and still takes requests, so that load balancers look elsewhere; 0 to 5 minutes.</summary>
    public TimeSpan ShutdownDelay { get; set; } = TimeSpan.FromSeconds(3);

    /// <summary>For how long requests under way go on after that, when no new ones are taken; then they are cut off. 0 to 5 minutes; default: 30 seconds.</summary>
    public TimeSpan ShutdownTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Least length of <see cref="AdminKey"/>.</summary>
    public const int MinAdminKeyLength = 16;

    /// <summary>Where back-ups are written, with its full path.</summary>
    public string BackupPath => Path.GetFullPath(string.IsNullOrWhiteSpace(BackupDirectory) ? Path.Combine(DataDirectory, "backups") : BackupDirectory);
}
