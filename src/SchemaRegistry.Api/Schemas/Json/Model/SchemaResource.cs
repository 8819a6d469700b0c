using SchemaRegistry.Api.Schemas.Json.Syntax;

namespace SchemaRegistry.Api.Schemas.Json.Model;

/// <summary>A schema with a URI of its own: a document, or a part of one that has an <c>$id</c>.</summary>
internal sealed class SchemaResource(int id, UriReference uri, JsonNode root, Dialect dialect, string document, SchemaPlace? outer)
{
    public int Id { get; } = id;

    /// <summary>The base of the references in it.</summary>
    public UriReference Uri { get; } = uri;

    public JsonNode Root { get; } = root;

    public Dialect Dialect { get; } = dialect;

    /// <summary>How messages name the document that it stands in; empty for the schema itself.</summary>
    public string Document { get; } = document;

    /// <summary>Where it stands in the document; none for the whole of it.</summary>
    public SchemaPlace? Outer { get; } = outer;

    public Dictionary<string, JsonNode> Anchors { get; } = new(StringComparer.Ordinal);

    /// <summary>The anchors that a schema further out may replace.</summary>
    public Dictionary<string, JsonNode> DynamicAnchors { get; } = new(StringComparer.Ordinal);

    /// <summary>Draft 2019-09's only dynamic anchor.</summary>
    public bool IsRecursiveAnchor { get; } =
        dialect.Draft == Draft.Draft201909 && root.Find("$recursiveAnchor") is { Kind: JsonKind.Boolean, Boolean: true };
}
