using Microsoft.Data.Sqlite;
using SchemaRegistry.Api.Storage;
using SchemaRegistry.Api.Transfer;

namespace SchemaRegistry.Api.Commands;

/// <summary>A command that works on files; what goes wrong with them is told in one line.</summary>
internal abstract class FileCommand : ICommand
{
    public async Task<int> RunAsync()
    {
        try
        {
            await Console.Error.WriteLineAsync(await Task.Run(Work));
            return 0;
        }
        catch (Exception exception) when (exception is TransferException or DatabaseException or IOException or UnauthorizedAccessException or SqliteException)
        {
            await Console.Error.WriteLineAsync(exception.Message);
            return 1;
        }
    }

    /// <returns>What was done, for who called it.</returns>
    protected abstract string Work();
}
