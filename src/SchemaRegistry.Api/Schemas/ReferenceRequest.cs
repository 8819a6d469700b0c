using System.Globalization;
using SchemaRegistry.Api.Http;

namespace SchemaRegistry.Api.Schemas;

/// <summary>A reference in a request body.</summary>
internal sealed record ReferenceRequest(string? Name, string? Subject, int? Version)
{
    public static SchemaReference ToReference(ReferenceRequest? reference, int index) =>
        reference is { Name.Length: > 0, Subject.Length: > 0, Version: { } version } && (version >= 1 || version == -1)
            ? new SchemaReference(reference.Name, reference.Subject, version)
            : throw RegistryErrors.InvalidSchema(
                string.Create(CultureInfo.InvariantCulture, $"Invalid reference at references[{index}]: name, subject and a version of 1 or more are needed"));
}
