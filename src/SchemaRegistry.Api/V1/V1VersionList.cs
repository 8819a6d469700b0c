using System.Text.Json.Serialization;

namespace SchemaRegistry.Api.V1;

/// <summary>The versions of a subject.</summary>
internal sealed record V1VersionList(string Subject, IReadOnlyList<V1VersionItem> Versions, [property: JsonPropertyName("total_count")] int TotalCount);
