using SchemaRegistry.Api.Config;
using SchemaRegistry.Api.Schemas.Formats;

namespace SchemaRegistry.Api.Schemas.Compatibility;

/// <summary>Says whether a schema may become the next version of a subject.</summary>
internal interface ICompatibilityService
{
    /// <summary>Compares a schema with versions of a subject.</summary>
    /// <param name="candidate">The schema that may come next.</param>
    /// <param name="versions">The versions it may have to do with, in any order: the level says whether all count or only the newest.</param>
    /// <param name="level">What must be readable by whom.</param>
    /// <param name="policy">How strictly JSON Schema's open content models are taken.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <exception cref="Http.RegistryException">42201: the comparison takes more work than one request may cause.</exception>
    Task<CompatibilityReport> CheckAsync(
        CandidateSchema candidate, IReadOnlyList<SchemaVersion> versions, CompatibilityLevel level, CompatibilityPolicy policy, CancellationToken cancellation);
}
