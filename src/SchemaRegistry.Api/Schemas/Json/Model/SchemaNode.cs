using SchemaRegistry.Api.Schemas.Json.Keywords;
using SchemaRegistry.Api.Schemas.Json.Syntax;

namespace SchemaRegistry.Api.Schemas.Json.Model;

/// <summary>A schema made ready to be evaluated. Schemas that refer to each other are a graph of these.</summary>
internal sealed class SchemaNode(int id, JsonNode source, SchemaPlace place)
{
    public int Id { get; } = id;

    public JsonNode Source { get; } = source;

    public SchemaPlace Place { get; } = place;

    /// <summary>The answer of a schema that looks at nothing: <c>true</c>, <c>false</c> and <c>{}</c>.</summary>
    public bool? Always { get; set; }

    public IReadOnlyList<Keyword> Keywords { get; set; } = [];

    /// <summary>In how many places of the graph it stands.</summary>
    public int Uses { get; set; }

    /// <summary>Whether one value can meet it more than once, so that the answer is worth remembering.</summary>
    public bool IsShared { get; set; }
}
