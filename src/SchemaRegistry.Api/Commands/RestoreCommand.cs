using System.Globalization;
using SchemaRegistry.Api.Hosting;
using SchemaRegistry.Api.Storage;

namespace SchemaRegistry.Api.Commands;

/// <summary>Puts a back-up in the place of the registry, and keeps what was there beside it.</summary>
internal sealed class RestoreCommand(string file, RegistryOptions options) : FileCommand
{
    protected override string Work()
    {
        SQLitePCL.Batteries_V2.Init();
        var target = SqliteDatabase.FileIn(options);
        var kept = DatabaseRestore.Run(Path.GetFullPath(file), target);
        return string.Create(CultureInfo.InvariantCulture, $"Restored {target} from {file}.{(kept is null ? string.Empty : $" What was there is now {kept}.")}");
    }
}
