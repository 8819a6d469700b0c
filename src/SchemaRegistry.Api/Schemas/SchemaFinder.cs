using Instrumentation;
using SchemaRegistry.Api.Config;
using SchemaRegistry.Api.Subjects;

namespace SchemaRegistry.Api.Schemas;

[Instrumented]
internal sealed partial class SchemaFinder(ISubjectRepository subjects, IConfigService configs, ISchemaReader reader) : ISchemaFinder
{
    public async partial Task<CandidateSchema> ReadAsync(NewSchema schema, bool normalize, CancellationToken cancellation)
    {
        normalize |= (await configs.InForceAsync(schema.Subject, cancellation)).Normalize == true;
        return await reader.ReadAsync(schema with { References = await PinAsync(schema.References, cancellation) }, normalize, cancellation);
    }

    public async partial ValueTask<SchemaVersion?> FindAsync(CandidateSchema candidate, DeletedVersions deleted, CancellationToken cancellation)
    {
        var subject = candidate.Schema.Subject;
        if (await subjects.FindByIdentityAsync(subject, candidate.Identity, deleted, cancellation) is { } found)
        {
            return found;
        }

        if (await subjects.FindLatestAsync(subject, DeletedVersions.Hidden, cancellation) is not { } latest)
        {
            return null;
        }

        var completed = Completion.Complete(candidate.Schema, await configs.InForceAsync(subject, cancellation), latest.Schema, nextVersion: null);
        return completed == candidate.Schema
            ? null
            : await subjects.FindByIdentityAsync(subject, (candidate with { Schema = completed }).Identity, deleted, cancellation);
    }

    // Which version is the latest changes; what a schema builds on does not.
    private async ValueTask<IReadOnlyList<SchemaReference>> PinAsync(IReadOnlyList<SchemaReference> references, CancellationToken cancellation)
    {
        if (references.All(static reference => reference.Version != VersionSelector.LatestNumber))
        {
            return references;
        }

        var pinned = new List<SchemaReference>();
        foreach (var reference in references)
        {
            var latest = reference.Version == VersionSelector.LatestNumber
                ? await subjects.FindLatestAsync(reference.Subject, DeletedVersions.Hidden, cancellation)
                : null;
            pinned.Add(latest is null ? reference : reference with { Version = latest.Version });
        }

        return pinned;
    }
}
