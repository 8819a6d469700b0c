using SchemaRegistry.Api.Schemas;

namespace SchemaRegistry.Api.V1;

/// <summary>Follows the references between versions, the nearest first.</summary>
internal interface IDependencyService
{
    /// <summary>What the version builds on.</summary>
    /// <param name="version">The version.</param>
    /// <param name="transitive">Whether what those build on counts, too.</param>
    /// <param name="cancellation">Ends the wait.</param>
    Task<IReadOnlyList<Dependency>> DependenciesAsync(SchemaVersion version, bool transitive, CancellationToken cancellation);

    /// <summary>What builds on the version; what is deleted does not count.</summary>
    /// <inheritdoc cref="DependenciesAsync" path="/param"/>
    Task<IReadOnlyList<Dependency>> DependentsAsync(SchemaVersion version, bool transitive, CancellationToken cancellation);
}
