using System.Text.Json.Serialization;

namespace SchemaRegistry.Api.V1;

/// <summary>A part of a list of schemas.</summary>
/// <param name="Schemas">The part.</param>
/// <param name="TotalCount">How long the list is.</param>
/// <param name="Limit">How long the part can be.</param>
/// <param name="Offset">How many come before it.</param>
/// <param name="Truncated">True where more match than are listed: a narrower search finds the others. Else it is left out.</param>
internal sealed record V1SchemaList(
    IReadOnlyList<V1SchemaBody> Schemas, [property: JsonPropertyName("total_count")] int TotalCount, int Limit, int Offset, bool? Truncated)
{
    public static V1SchemaList Of(CatalogPage page, CatalogQuery query) =>
        new([.. page.Entries.Select(V1SchemaBody.Of)], page.Total, query.Page.Limit, query.Page.Offset, page.IsTruncated ? true : null);
}
