using SchemaRegistry.Api.Schemas;
using SchemaRegistry.Api.Telemetry;

namespace SchemaRegistry.Api.Storage;

internal sealed class SqliteTotalsRepository(SqliteDatabase database) : ITotalsRepository
{
    public long Find(RegistryTotal total, SchemaFormat? format) => database.Read(session => session.First(
        "SELECT SUM(value) FROM totals WHERE name = $1 AND ($2 IS NULL OR format = $2)",
        static row => row.GetInt64(0),
        Name(total),
        format is { } only ? SchemaFormats.WireName(only) : null));

    // As the migration has them.
    private static string Name(RegistryTotal total) => total switch
    {
        RegistryTotal.EverRegistered => "EVER_REGISTERED",
        RegistryTotal.EverDeleted => "EVER_DELETED",
        _ => total.ToString().ToUpperInvariant(),
    };
}
