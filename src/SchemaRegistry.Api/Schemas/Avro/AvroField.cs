using SchemaRegistry.Api.Schemas.Json.Syntax;

namespace SchemaRegistry.Api.Schemas.Avro;

/// <summary>A field of a record.</summary>
/// <param name="Name">The name.</param>
/// <param name="Type">The type of its values.</param>
/// <param name="Default">What a reader takes where the writer has no such field; none when the reader then fails.</param>
internal sealed record AvroField(string Name, AvroType Type, JsonNode? Default)
{
    /// <summary>Names under which a writer may know the field.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    public string? Documentation { get; init; }

    /// <summary>How values are sorted by it; none for the usual way.</summary>
    public string? Order { get; init; }

    /// <summary>Whatever else its author put there.</summary>
    public IReadOnlyList<JsonMember> Properties { get; init; } = [];
}
