using System.Globalization;
using Instrumentation;
using SchemaRegistry.Api.Auditing;
using SchemaRegistry.Api.Http;
using SchemaRegistry.Api.Modes;

namespace SchemaRegistry.Api.Subjects;

[Instrumented]
internal sealed partial class DeletionService(
    ISubjectRepository subjects, IVersionRepository versions, ISubjectService reader, IModeService modes, IAuditLog audit) : IDeletionService
{
    public async partial Task<int> DeleteVersionAsync(
        [SpanTag("schema.subject")] string subject, VersionSelector version, bool permanent, CancellationToken cancellation)
    {
        var found = await reader.GetVersionAsync(subject, version, DeletedVersions.Included, cancellation);
        await modes.RequireWritableAsync(subject, cancellation);
        var deletion = await versions.DeleteVersionAsync(subject, found.Version, permanent, cancellation);
        if (deletion.Outcome != DeletionOutcome.Deleted)
        {
            throw deletion.Outcome switch
            {
                DeletionOutcome.AlreadyDeleted => RegistryErrors.VersionSoftDeleted(subject, found.Version),
                DeletionOutcome.NotDeletedFirst => RegistryErrors.VersionNotSoftDeleted(subject, found.Version),
                DeletionOutcome.Referenced => RegistryErrors.ReferenceExists(subject, found.Version),
                _ => RegistryErrors.VersionNotFound(found.Version),
            };
        }

        audit.Record(AuditAction.DeleteVersion, subject, string.Create(CultureInfo.InvariantCulture, $"version {found.Version}{Manner(permanent)}"));
        return found.Version;
    }

    public async partial Task<IReadOnlyList<int>> DeleteSubjectAsync(
        [SpanTag("schema.subject")] string subject, bool permanent, CancellationToken cancellation)
    {
        if (await subjects.ExistsAsync(subject, DeletedVersions.Included, cancellation))
        {
            await modes.RequireWritableAsync(subject, cancellation);
        }

        var deletion = await versions.DeleteSubjectAsync(subject, permanent, cancellation);
        if (deletion.Outcome != DeletionOutcome.Deleted)
        {
            throw deletion.Outcome switch
            {
                DeletionOutcome.AlreadyDeleted => RegistryErrors.SubjectSoftDeleted(subject),
                DeletionOutcome.NotDeletedFirst => RegistryErrors.SubjectNotSoftDeleted(subject),
                DeletionOutcome.Referenced => RegistryErrors.ReferenceExists(subject, deletion.Versions[0]),
                _ => RegistryErrors.SubjectNotFound(subject),
            };
        }

        audit.Record(AuditAction.DeleteSubject, subject, string.Create(CultureInfo.InvariantCulture, $"{deletion.Versions.Count} versions{Manner(permanent)}"));
        return deletion.Versions;
    }

    private static string Manner(bool permanent) => permanent ? ", permanently" : string.Empty;
}
