using System.Text.Json.Serialization;

namespace SchemaRegistry.Api.V1;

/// <summary>A part of a list of schemas.</summary>
internal sealed record V1SchemaList(
    IReadOnlyList<V1SchemaBody> Schemas, [property: JsonPropertyName("total_count")] int TotalCount, int Limit, int Offset)
{
    public static V1SchemaList Of(CatalogPage page, CatalogQuery query) =>
        new([.. page.Entries.Select(V1SchemaBody.Of)], page.Total, query.Page.Limit, query.Page.Offset);
}
