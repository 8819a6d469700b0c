using Instrumentation;
using SchemaRegistry.Api.Auditing;
using SchemaRegistry.Api.Http;
using SchemaRegistry.Api.Subjects;

namespace SchemaRegistry.Api.Modes;

[Instrumented]
internal sealed partial class ModeService(IModeRepository modes, ISubjectRepository subjects, IVersionRepository versions, IAuditLog audit) : IModeService
{
    public async partial ValueTask<RegistryMode> InForceAsync([SpanTag("schema.subject")] string? subject, CancellationToken cancellation)
    {
        var shared = await modes.FindAsync(subject: null, cancellation) ?? RegistryMode.ReadWrite;
        return subject is null || shared == RegistryMode.ReadOnlyOverride ? shared : await modes.FindAsync(subject, cancellation) ?? shared;
    }

    public async partial ValueTask<RegistryMode> GetAsync([SpanTag("schema.subject")] string subject, CancellationToken cancellation) =>
        await modes.FindAsync(subject, cancellation) ?? throw RegistryErrors.SubjectModeNotFound(subject);

    public async partial Task SetAsync([SpanTag("schema.subject")] string? subject, RegistryMode mode, bool force, CancellationToken cancellation)
    {
        if (mode == RegistryMode.Import && !force && await InForceAsync(subject, cancellation) != RegistryMode.Import)
        {
            await MakeRoomAsync(subject, cancellation);
        }

        await modes.SetAsync(subject, mode, cancellation);
        audit.Record(AuditAction.ChangeMode, subject, RegistryModes.WireName(mode));
    }

    public async partial Task<RegistryMode> RemoveAsync([SpanTag("schema.subject")] string? subject, CancellationToken cancellation)
    {
        var removed = await modes.RemoveAsync(subject, cancellation);
        if (removed is not null)
        {
            audit.Record(AuditAction.RemoveMode, subject);
        }

        return removed ?? (subject is null ? RegistryMode.ReadWrite : throw RegistryErrors.SubjectNotFound(subject));
    }

    public async partial Task RequireWritableAsync([SpanTag("schema.subject")] string? subject, CancellationToken cancellation)
    {
        if ((await InForceAsync(subject, cancellation)).IsReadOnly())
        {
            throw RegistryErrors.NotPermitted(subject is null ? "The registry is in read-only mode" : $"Subject {subject} in context . is in read-only mode");
        }
    }

    // Imported ids must not meet others: nothing may be there, and what is deleted goes for good.
    private async Task MakeRoomAsync(string? subject, CancellationToken cancellation)
    {
        var occupied = subject is null
            ? await subjects.AnyAsync(cancellation)
            : await subjects.ExistsAsync(subject, DeletedVersions.Hidden, cancellation);
        if (occupied)
        {
            throw RegistryErrors.NotPermitted("Cannot import since found existing subjects; force=true imports beside them.");
        }

        IReadOnlyList<string> emptied = subject is null
            ? await subjects.ListAsync(Page.Of(offset: null, limit: null), prefix: string.Empty, DeletedVersions.Included, cancellation)
            : await subjects.ExistsAsync(subject, DeletedVersions.Included, cancellation) ? [subject] : [];
        if (emptied.Count == 0)
        {
            return;
        }

        var deletion = await versions.PurgeAsync(subject, cancellation);
        if (deletion.Outcome == DeletionOutcome.Referenced)
        {
            throw RegistryErrors.ReferenceExists(subject ?? "*", deletion.Versions[0]);
        }

        foreach (var name in emptied)
        {
            audit.Record(AuditAction.DeleteSubject, name, "deleted versions, permanently, before an import");
        }
    }
}
