using SchemaRegistry.Api.Schemas.Json.Model;
using SchemaRegistry.Api.Schemas.Json.Syntax;

namespace SchemaRegistry.Api.Schemas.Json.Keywords;

/// <summary>A keyword of the specification.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Vocabulary">The group that turns it on.</param>
/// <param name="Read">Makes it; nothing when the value demands nothing.</param>
/// <param name="First">The first draft that has it.</param>
/// <param name="Last">The last draft that has it.</param>
internal sealed record KeywordEntry(
    string Name,
    Vocabularies Vocabulary,
    Func<KeywordContext, JsonNode, Keyword?> Read,
    Draft First = Draft.Draft4,
    Draft Last = Draft.Draft202012)
{
    public bool IsIn(Dialect dialect) => dialect.Draft >= First && dialect.Draft <= Last && dialect.Has(Vocabulary);
}
