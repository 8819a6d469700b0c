using System.Text.Json.Serialization;

namespace SchemaRegistry.Api.V1;

/// <summary>Body of a search; everything that is said must hold.</summary>
internal sealed record SearchRequest(
    string? Query,
    [property: JsonPropertyName("subject_pattern")] string? SubjectPattern,
    [property: JsonPropertyName("schema_type")] string? SchemaType,
    string? State,
    IReadOnlyList<string>? Tags,
    [property: JsonPropertyName("metadata_filters")] IReadOnlyDictionary<string, string>? MetadataFilters,
    int? Limit,
    int? Offset)
{
    public CatalogQuery ToQuery() => new CatalogQuery(CatalogQuery.PageOf(Offset, Limit))
    {
        Text = Query,
        Pattern = CatalogQuery.CheckPattern(SubjectPattern),
        Format = V1Formats.ParseOrNone(SchemaType),
        State = State is null ? null : LifecycleStates.Parse(State),
        Tags = Tags ?? [],
        Metadata = MetadataFilters ?? new Dictionary<string, string>(StringComparer.Ordinal),
    }.Checked();
}
