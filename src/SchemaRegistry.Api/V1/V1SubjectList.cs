using System.Text.Json.Serialization;

namespace SchemaRegistry.Api.V1;

/// <summary>A part of the list of subjects.</summary>
internal sealed record V1SubjectList(IReadOnlyList<string> Subjects, [property: JsonPropertyName("total_count")] int TotalCount);
