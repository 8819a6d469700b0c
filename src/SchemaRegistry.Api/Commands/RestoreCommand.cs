using System.Globalization;
using SchemaRegistry.Api.Hosting;
using SchemaRegistry.Api.Storage;

namespace SchemaRegistry.Api.Commands;

/// <summary>Puts a back-up in the place of the registry, and keeps what was there beside it.</summary>
internal sealed class RestoreCommand(string file, RegistryOptions options) : FileCommand
{
    protected override string Work()
    {
        SqliteLibrary.Use();
        var target = SqliteDatabase.FileIn(options);
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        using var locked = DatabaseLock.Take(target);
        var kept = DatabaseRestore.Run(Path.GetFullPath(file), target);
        return string.Create(CultureInfo.InvariantCulture, $"Restored {target} from {file}.{(kept is null ? string.Empty : $" What was there is now {kept}.")}");
    }
}
