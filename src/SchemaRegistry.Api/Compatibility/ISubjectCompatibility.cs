using SchemaRegistry.Api.Config;
using SchemaRegistry.Api.Schemas;
using SchemaRegistry.Api.Subjects;

namespace SchemaRegistry.Api.Compatibility;

/// <summary>Says whether a schema could become the next version of its subject.</summary>
internal interface ISubjectCompatibility
{
    /// <summary>Refuses a schema that may not become the next version.</summary>
    Task RequireAsync(CandidateSchema candidate, ConfigSettings settings, CancellationToken cancellation);

    /// <summary>What keeps the schema from becoming the next version; empty when nothing does.</summary>
    Task<IReadOnlyList<string>> CheckAsync(NewSchema schema, bool normalize, CancellationToken cancellation);

    /// <summary>What would keep the schema from becoming the next version if this one were the only one before it.</summary>
    Task<IReadOnlyList<string>> CheckAsync(NewSchema schema, VersionSelector version, bool normalize, CancellationToken cancellation);
}
