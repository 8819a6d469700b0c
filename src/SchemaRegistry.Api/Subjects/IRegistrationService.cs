using SchemaRegistry.Api.Schemas;

namespace SchemaRegistry.Api.Subjects;

/// <summary>Registers schemas.</summary>
internal interface IRegistrationService
{
    /// <param name="schema">The schema.</param>
    /// <param name="normalize">Whether it is registered in canonical form.</param>
    /// <param name="cancellation">Ends the wait.</param>
    Task<Registration> RegisterAsync(NewSchema schema, bool normalize, CancellationToken cancellation);
}
