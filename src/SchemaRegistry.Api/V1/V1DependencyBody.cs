using System.Text.Json.Serialization;

namespace SchemaRegistry.Api.V1;

/// <summary>A version that another one is connected with.</summary>
internal sealed record V1DependencyBody(
    Guid Id,
    [property: JsonPropertyName("schema_id")] int SchemaId,
    string Subject,
    int Version,
    [property: JsonPropertyName("dependency_type")] string DependencyType,
    int Depth)
{
    private const string Direct = "DIRECT";
    private const string Transitive = "TRANSITIVE";

    public static V1DependencyBody Of(Dependency dependency)
    {
        var version = dependency.Version;
        return new V1DependencyBody(
            VersionKey.ToGuid(version.Key), version.Schema.Id, version.Subject, version.Version, dependency.Depth == 1 ? Direct : Transitive, dependency.Depth);
    }
}
