using System.Globalization;
using SchemaRegistry.Api.Hosting;
using SchemaRegistry.Api.Storage;
using SchemaRegistry.Api.Transfer;

namespace SchemaRegistry.Api.Commands;

/// <summary>Writes the registry as JSON lines; a server may use it meanwhile.</summary>
internal sealed class ExportCommand(string file, RegistryOptions options) : FileCommand
{
    protected override string Work()
    {
        SqliteLibrary.Use();
        var source = SqliteDatabase.FileIn(options);
        if (!File.Exists(source))
        {
            throw new TransferException($"There is no registry at {source}: set Registry:DataDirectory to its folder.");
        }

        using var session = DatabaseFile.OpenReadOnly(source);
        Migrations.RequireCurrent(session, source);
        using var output = file == CommandLine.ConsoleName ? Console.OpenStandardOutput() : new FileStream(file, FileMode.CreateNew);
        using var buffered = new BufferedStream(output, 1 << 16);
        var lines = TransferWriter.Write(session, buffered);
        buffered.Flush();
        return string.Create(CultureInfo.InvariantCulture, $"Exported {lines} lines from {source}.");
    }
}
