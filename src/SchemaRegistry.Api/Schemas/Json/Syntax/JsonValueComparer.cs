namespace SchemaRegistry.Api.Schemas.Json.Syntax;

/// <summary>Compares values as JSON Schema does: 1 and 1.0 are equal, and members have no order.</summary>
internal sealed class JsonValueComparer : IEqualityComparer<JsonNode>
{
    public static readonly JsonValueComparer Instance = new();

    private JsonValueComparer()
    {
    }

    public bool Equals(JsonNode? x, JsonNode? y) => ReferenceEquals(x, y) || (x is not null && y is not null && x.ValueEquals(y));

    public int GetHashCode(JsonNode obj) => obj.ValueHash();
}
