using SchemaRegistry.Api.Schemas.Contracts;

namespace SchemaRegistry.Api.Schemas;

/// <summary>A schema under its global id.</summary>
/// <param name="Id">The global id.</param>
/// <param name="Guid">The same content has the same one in every registry.</param>
/// <param name="Format">The language of the text.</param>
/// <param name="Text">The text of the first registration.</param>
/// <param name="References">The schemas it builds on.</param>
/// <param name="Metadata">What is said about it, or nothing.</param>
/// <param name="RuleSet">Its rules, or none.</param>
internal sealed record StoredSchema(
    int Id,
    Guid Guid,
    SchemaFormat Format,
    string Text,
    IReadOnlyList<SchemaReference> References,
    SchemaMetadata? Metadata,
    RuleSet? RuleSet);
