using System.Text.Json.Serialization;

namespace SchemaRegistry.Api.V1;

/// <summary>What a version builds on, or what builds on it.</summary>
internal sealed record V1DependencyList(IReadOnlyList<V1DependencyBody> Dependencies, [property: JsonPropertyName("total_count")] int TotalCount)
{
    public static V1DependencyList Of(IReadOnlyList<Dependency> dependencies) => new([.. dependencies.Select(V1DependencyBody.Of)], dependencies.Count);
}
