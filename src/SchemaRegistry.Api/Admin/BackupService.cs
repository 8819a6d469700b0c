using System.Globalization;
using Instrumentation;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;
using SchemaRegistry.Api.Auditing;
using SchemaRegistry.Api.Hosting;
using SchemaRegistry.Api.Http;
using SchemaRegistry.Api.Storage;

namespace SchemaRegistry.Api.Admin;

[Instrumented]
internal sealed partial class BackupService(SqliteDatabase database, IOptions<RegistryOptions> options, TimeProvider clock, IAuditLog audit) : IBackupService
{
    private const int StoreError = 50001;

    private int _isBusy;

    public async partial Task<Backup> CreateAsync(CancellationToken cancellation)
    {
        if (Interlocked.Exchange(ref _isBusy, 1) == 1)
        {
            throw RegistryErrors.Conflict("A back-up is being made already: wait for its answer.");
        }

        try
        {
            var created = clock.GetUtcNow();
            var file = Path.Combine(options.Value.BackupPath, string.Create(CultureInfo.InvariantCulture, $"registry-{created:yyyyMMdd'T'HHmmssfff'Z'}.db"));

            // Pages are copied without a pause for other work: not on a thread that requests wait for.
            var versions = await Task.Run(() => database.Read(session => DatabaseFile.Write(session, file)), cancellation);
            audit.Record(AuditAction.BackUp, subject: null, Path.GetFileName(file));
            return new Backup(file, new FileInfo(file).Length, versions, created);
        }
        catch (Exception exception) when (exception is SqliteException or IOException or UnauthorizedAccessException)
        {
            throw new RegistryException(500, StoreError, $"The back-up could not be written to {options.Value.BackupPath}: {exception.Message} Mend that, or set Registry:BackupDirectory to another folder.");
        }
        finally
        {
            Volatile.Write(ref _isBusy, 0);
        }
    }
}
