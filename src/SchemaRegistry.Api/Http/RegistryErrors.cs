using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;

namespace SchemaRegistry.Api.Http;

/// <summary>The errors of the API. Codes and texts are those of the Confluent server: clients and their tests compare them.</summary>
internal static class RegistryErrors
{
    public const int InvalidSchemaCode = 42201;
    public const int IncompatibleCode = 409;

    public static RegistryException SubjectNotFound(string subject) => new(404, 40401, $"Subject '{subject}' not found.");

    public static RegistryException SubjectSoftDeleted(string subject) =>
        new(404, 40404, $"Subject '{subject}' was soft deleted.Set permanent=true to delete permanently");

    public static RegistryException SubjectNotSoftDeleted(string subject) =>
        new(404, 40405, $"Subject '{subject}' was not deleted first before being permanently deleted");

    public static RegistryException VersionSoftDeleted(string subject, int version) => new(404, 40406, string.Create(
        CultureInfo.InvariantCulture, $"Subject '{subject}' Version {version} was soft deleted.Set permanent=true to delete permanently"));

    public static RegistryException VersionNotSoftDeleted(string subject, int version) => new(404, 40407, string.Create(
        CultureInfo.InvariantCulture, $"Subject '{subject}' Version {version} was not deleted first before being permanently deleted"));

    public static RegistryException VersionNotFound(int version) =>
        new(404, 40402, string.Create(CultureInfo.InvariantCulture, $"Version {version} not found."));

    public static RegistryException SchemaNotFound() => new(404, 40403, "Schema not found");

    public static RegistryException SchemaNotFound(int id) => new(404, 40403, string.Create(CultureInfo.InvariantCulture, $"Schema {id} not found"));

    public static RegistryException SchemaNotFound(Guid guid) => new(404, 40403, $"Schema {guid} not found");

    public static RegistryException SubjectConfigNotFound(string subject) =>
        new(404, 40408, $"Subject '{subject}' does not have subject-level compatibility configured");

    public static RegistryException SubjectModeNotFound(string subject) =>
        new(404, 40409, $"Subject '{subject}' does not have subject-level mode configured");

    public static RegistryException Conflict(string reason) => new(409, 40900, reason);

    // Confluent's server answers 40901 since 8.2 and 409 before; the clients that look at the code know 409.
    public static RegistryException Incompatible(string subject, string details) => new(409, IncompatibleCode,
        $"Schema being registered is incompatible with an earlier schema for subject \"{subject}\", details: {details}");

    public static RegistryException InvalidSchema(string reason) => new(422, InvalidSchemaCode, reason);

    public static RegistryException InvalidVersion(string version) => new(422, 42202,
        $"The specified version '{version}' is not a valid version id. Allowed values are between [1, 2^31-1] and the string \"latest\"");

    public static RegistryException InvalidCompatibilityLevel() => new(422, 42203,
        "Invalid compatibility level. Valid values are none, backward, forward, full, backward_transitive, forward_transitive, and full_transitive");

    public static RegistryException InvalidCompatibilityPolicy() => new(422, 42203, "Invalid compatibility policy. Valid values are STRICT and LENIENT");

    public static RegistryException InvalidMode() =>
        new(422, 42204, "Invalid mode. Valid values are READWRITE, READONLY, READONLY_OVERRIDE, IMPORT, and FORWARD");

    public static RegistryException NotPermitted(string reason) => new(422, 42205, reason);

    public static RegistryException ReferenceExists(string subject, int version) => new(422, 42206, string.Create(
        CultureInfo.InvariantCulture, $"One or more references exist to the schema {{subject={subject},version={version}}}: delete what refers to it first."));

    public static RegistryException InvalidRuleSet(string reason) => new(422, 42210, reason);

    public static RegistryException ContextNotEmpty(string context) =>
        new(422, 42211, $"The specified context '{context}' is not empty: delete its subjects for good first.");

    public static RegistryException InvalidSubject(string subject) => new(422, 42208, $"The specified subject '{subject}' is not a valid subject.");

    public static RegistryException SchemaTooLarge(long limit) =>
        new(413, 42209, string.Create(CultureInfo.InvariantCulture, $"The schema is too large: a request body may have at most {limit} bytes."));

    public static RegistryException MalformedBody(string reason) => new(400, 400, reason);

    public static RegistryException UnexpectedBody(string reason) => new(422, 422, reason);

    public static RegistryException OfStatus(int status) => new(status, status, OfStatusText(status));

    public static string OfStatusText(int status) =>
        string.Create(CultureInfo.InvariantCulture, $"HTTP {status} {ReasonPhrases.GetReasonPhrase(status)}");
}
