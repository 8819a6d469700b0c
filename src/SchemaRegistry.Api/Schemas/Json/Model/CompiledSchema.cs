using SchemaRegistry.Api.Schemas.Json.Syntax;

namespace SchemaRegistry.Api.Schemas.Json.Model;

/// <summary>A schema with all that it refers to, ready to be evaluated.</summary>
/// <param name="Root">The schema itself.</param>
/// <param name="Nodes">All schemas, by the text that they are made of.</param>
/// <param name="IsDynamic">Whether a reference depends on the way that led to it.</param>
/// <param name="Names">The names of members that the schemas speak of.</param>
internal sealed record CompiledSchema(SchemaNode Root, IReadOnlyDictionary<JsonNode, SchemaNode> Nodes, bool IsDynamic, HashSet<string> Names);
