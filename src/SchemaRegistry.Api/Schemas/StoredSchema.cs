namespace SchemaRegistry.Api.Schemas;

/// <summary>A schema under its global id.</summary>
/// <param name="Id">The global id.</param>
/// <param name="Format">The language of the text.</param>
/// <param name="Text">The text of the first registration.</param>
/// <param name="References">The schemas it builds on.</param>
/// <param name="Metadata">Metadata as JSON, or none.</param>
/// <param name="RuleSet">Rules as JSON, or none.</param>
internal sealed record StoredSchema(
    int Id,
    SchemaFormat Format,
    string Text,
    IReadOnlyList<SchemaReference> References,
    string? Metadata,
    string? RuleSet);
