namespace SchemaRegistry.Api.Hosting;

/// <summary>Settings under <c>Registry</c>; as environment variables <c>Registry__DataDirectory</c> and so on.</summary>
internal sealed class RegistryOptions
{
    public const string Section = "Registry";

    /// <summary>Folder of the database file; relative to the current directory.</summary>
    public string DataDirectory { get; set; } = "data";

    /// <summary>Largest request body; a body that is larger is answered with 413.</summary>
    public long MaxRequestBodyBytes { get; set; } = 10 * 1024 * 1024;
}
