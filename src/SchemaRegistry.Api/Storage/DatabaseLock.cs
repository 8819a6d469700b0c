namespace SchemaRegistry.Api.Storage;

/// <summary>Keeps other registries away from the database: each remembers what it has read, and none would see what another one changes.</summary>
/// <remarks>The lock is the operating system's and ends with the process, however that ends; the file itself means nothing. Tools that read the database do not ask for it.</remarks>
internal static class DatabaseLock
{
    public static FileStream Take(string databaseFile)
    {
        var file = databaseFile + ".lock";
        try
        {
            return new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException exception) when (exception is not (FileNotFoundException or DirectoryNotFoundException) && File.Exists(file))
        {
            throw new DatabaseException($"Another registry has {databaseFile} open: stop it first, or set Registry:DataDirectory to another folder.", exception);
        }
    }
}
