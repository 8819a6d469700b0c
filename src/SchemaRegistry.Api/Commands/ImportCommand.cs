using System.Globalization;
using Microsoft.Extensions.Options;
using SchemaRegistry.Api.Hosting;
using SchemaRegistry.Api.Storage;
using SchemaRegistry.Api.Transfer;

namespace SchemaRegistry.Api.Commands;

/// <summary>Reads JSON lines into an empty registry.</summary>
internal sealed class ImportCommand(string file, RegistryOptions options) : FileCommand
{
    protected override string Work()
    {
        using var input = file == CommandLine.ConsoleName ? new StreamReader(Console.OpenStandardInput()) : File.OpenText(file);
        using var database = new SqliteDatabase(Options.Create(options));
        database.Open();
        var lines = database.WriteAsync(session => TransferReader.Read(session, input), CancellationToken.None).GetAwaiter().GetResult();
        return string.Create(CultureInfo.InvariantCulture, $"Imported {lines} lines into {database.FilePath}.");
    }
}
