namespace SchemaRegistry.Api.V1;

/// <summary>Stored versions with what is said of them; those that are deleted are not there.</summary>
internal interface ICatalogRepository
{
    ValueTask<CatalogEntry?> FindAsync(long number, CancellationToken cancellation);

    ValueTask<CatalogPage> ListAsync(CatalogQuery query, CancellationToken cancellation);

    /// <returns>The entry after the change; <see langword="null"/> where there is none.</returns>
    Task<CatalogEntry?> ChangeAsync(long number, Func<VersionNote, VersionNote> change, CancellationToken cancellation);
}
