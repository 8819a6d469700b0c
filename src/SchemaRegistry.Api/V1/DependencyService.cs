using System.Globalization;
using Instrumentation;
using SchemaRegistry.Api.Http;
using SchemaRegistry.Api.Schemas;
using SchemaRegistry.Api.Subjects;

namespace SchemaRegistry.Api.V1;

[Instrumented]
internal sealed partial class DependencyService(ISubjectRepository subjects, ISchemaRepository schemas) : IDependencyService
{
    // As many as a list may have.
    private const int MaxListed = 1000;

    private static readonly Page s_all = Page.Of(offset: null, limit: null);

    [SpanTag("schema.subject", From = "version.Subject")]
    public async partial Task<IReadOnlyList<Dependency>> DependenciesAsync(SchemaVersion version, bool transitive, CancellationToken cancellation) =>
        await FollowAsync(version, transitive, ReferencesAsync, cancellation);

    [SpanTag("schema.subject", From = "version.Subject")]
    public async partial Task<IReadOnlyList<Dependency>> DependentsAsync(SchemaVersion version, bool transitive, CancellationToken cancellation) =>
        await FollowAsync(version, transitive, ReferrersAsync, cancellation);

    private static async Task<IReadOnlyList<Dependency>> FollowAsync(
        SchemaVersion start, bool transitive, Func<SchemaVersion, CancellationToken, Task<List<SchemaVersion>>> next, CancellationToken cancellation)
    {
        var seen = new HashSet<long> { start.Key };
        var open = new Queue<Dependency>([new Dependency(start, Depth: 0)]);
        var found = new List<Dependency>();
        while (open.TryDequeue(out var from))
        {
            foreach (var version in await next(from.Version, cancellation))
            {
                if (!seen.Add(version.Key))
                {
                    continue;
                }

                if (found.Count == MaxListed)
                {
                    throw RegistryErrors.UnexpectedBody(string.Create(
                        CultureInfo.InvariantCulture, $"More than {MaxListed} versions are connected: ask for fewer steps, without transitive=true."));
                }

                found.Add(new Dependency(version, from.Depth + 1));
                if (transitive)
                {
                    open.Enqueue(found[^1]);
                }
            }
        }

        return found;
    }

    // A reference holds its target back: it is there, if only as a deleted version.
    private async Task<List<SchemaVersion>> ReferencesAsync(SchemaVersion version, CancellationToken cancellation)
    {
        var targets = new List<SchemaVersion>();
        foreach (var reference in version.Schema.References)
        {
            if (await subjects.FindVersionAsync(reference.Subject, reference.Version, DeletedVersions.Included, cancellation) is { } target)
            {
                targets.Add(target);
            }
        }

        return targets;
    }

    private async Task<List<SchemaVersion>> ReferrersAsync(SchemaVersion version, CancellationToken cancellation)
    {
        var referrers = new List<SchemaVersion>();
        foreach (var id in await subjects.ReferencedByAsync(version.Subject, version.Version, s_all, DeletedVersions.Hidden, cancellation))
        {
            foreach (var (subject, number) in await schemas.VersionsAsync(id, DeletedVersions.Hidden, cancellation))
            {
                if (await subjects.FindVersionAsync(subject, number, DeletedVersions.Hidden, cancellation) is { } referrer)
                {
                    referrers.Add(referrer);
                }
            }
        }

        return referrers;
    }
}
