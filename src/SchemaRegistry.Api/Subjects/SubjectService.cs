using Instrumentation;
using SchemaRegistry.Api.Http;
using SchemaRegistry.Api.Schemas;

namespace SchemaRegistry.Api.Subjects;

[Instrumented]
internal sealed partial class SubjectService(ISubjectRepository subjects, ISchemaReader reader) : ISubjectService
{
    public ValueTask<IReadOnlyList<string>> ListAsync(Page page, string prefix, CancellationToken cancellation) =>
        subjects.ListAsync(page, prefix, cancellation);

    public async partial ValueTask<IReadOnlyList<int>> VersionsAsync(
        [SpanTag("schema.subject")] string subject, Page page, CancellationToken cancellation)
    {
        var versions = await subjects.VersionsAsync(subject, page, cancellation);
        return versions.Count > 0 || await subjects.ExistsAsync(subject, cancellation) ? versions : throw RegistryErrors.SubjectNotFound(subject);
    }

    public async partial ValueTask<SchemaVersion> GetVersionAsync(
        [SpanTag("schema.subject")] string subject, VersionSelector version, CancellationToken cancellation)
    {
        var found = version.Number is { } number
            ? await subjects.FindVersionAsync(subject, number, cancellation)
            : await subjects.FindLatestAsync(subject, cancellation);
        if (found is not null)
        {
            return found;
        }

        throw version.Number is { } missing && await subjects.ExistsAsync(subject, cancellation)
            ? RegistryErrors.VersionNotFound(missing)
            : RegistryErrors.SubjectNotFound(subject);
    }

    [SpanTag("schema.subject", From = "schema.Subject")]
    [Tag("format", From = "schema.Format")]
    public async partial ValueTask<SchemaVersion> LookUpAsync(NewSchema schema, bool normalize, CancellationToken cancellation)
    {
        // The Confluent server says of an empty text that it is not there, not that it is invalid.
        var identity = schema.IsEmpty ? null : (await reader.ReadAsync(schema, normalize, cancellation)).Identity;
        var found = identity is null ? null : await subjects.FindByIdentityAsync(schema.Subject, identity, cancellation);
        if (found is not null)
        {
            return found;
        }

        throw await subjects.ExistsAsync(schema.Subject, cancellation)
            ? RegistryErrors.SchemaNotFound()
            : RegistryErrors.SubjectNotFound(schema.Subject);
    }
}
