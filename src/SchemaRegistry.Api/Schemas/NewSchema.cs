using System.Text;

namespace SchemaRegistry.Api.Schemas;

/// <summary>A schema as a client sent it, to be registered or looked up under a subject.</summary>
/// <param name="Subject">The subject.</param>
/// <param name="Format">The language of the text.</param>
/// <param name="Text">The text exactly as sent.</param>
/// <param name="References">The schemas it builds on.</param>
/// <param name="Metadata">Metadata as JSON without insignificant white space, or none.</param>
/// <param name="RuleSet">Rules as JSON without insignificant white space, or none.</param>
internal sealed record NewSchema(
    string Subject,
    SchemaFormat Format,
    string Text,
    IReadOnlyList<SchemaReference> References,
    string? Metadata,
    string? RuleSet)
{
    /// <summary>Whether there is no text at all.</summary>
    public bool IsEmpty => string.IsNullOrWhiteSpace(Text);

    /// <summary>Length of the text in UTF-8.</summary>
    public int SizeInBytes => Encoding.UTF8.GetByteCount(Text);
}
