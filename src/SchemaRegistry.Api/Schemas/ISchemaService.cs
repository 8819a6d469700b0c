using SchemaRegistry.Api.Subjects;

namespace SchemaRegistry.Api.Schemas;

/// <summary>Registers schemas and finds them by id.</summary>
internal interface ISchemaService
{
    Task<Registration> RegisterAsync(NewSchema schema, bool normalize, CancellationToken cancellation);

    ValueTask<StoredSchema> GetAsync(int id, CancellationToken cancellation);

    ValueTask<IReadOnlyList<SubjectVersion>> VersionsAsync(int id, CancellationToken cancellation);

    IReadOnlyList<string> SupportedTypes();
}
