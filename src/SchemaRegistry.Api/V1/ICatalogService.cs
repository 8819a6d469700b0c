namespace SchemaRegistry.Api.V1;

/// <summary>Versions by ids of their own, with a state, a description, tags and properties: a view of the same subjects and versions.</summary>
internal interface ICatalogService
{
    /// <returns>The entry, and whether it is new.</returns>
    Task<(CatalogEntry Entry, bool IsNew)> RegisterAsync(RegisterRequest request, CancellationToken cancellation);

    ValueTask<CatalogEntry> GetAsync(Guid id, CancellationToken cancellation);

    ValueTask<CatalogPage> ListAsync(CatalogQuery query, CancellationToken cancellation);

    Task<CatalogEntry> ChangeAsync(Guid id, ChangeRequest change, CancellationToken cancellation);

    /// <param name="id">The version.</param>
    /// <param name="permanent">Whether it cannot be read any more, either.</param>
    /// <param name="cancellation">Ends the wait.</param>
    Task DeleteAsync(Guid id, bool permanent, CancellationToken cancellation);
}
