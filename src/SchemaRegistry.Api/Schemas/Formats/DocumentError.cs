namespace SchemaRegistry.Api.Schemas.Formats;

/// <summary>One thing that is wrong with a document: a unit of JSON Schema's basic output form, for documents of every language.</summary>
/// <param name="InstanceLocation">Where in the document: a JSON pointer; for binary documents the path of field names, with the byte offset in <paramref name="Reason"/>.</param>
/// <param name="KeywordLocation">The way to the rule that it breaks: a JSON pointer from the root of the schema, through references where they were followed.</param>
/// <param name="Reason">What is wrong, in words.</param>
internal sealed record DocumentError(string InstanceLocation, string KeywordLocation, string Reason)
{
    /// <summary>Where that rule stands: the URI of its schema with a pointer; none where the language has no such thing.</summary>
    public string? AbsoluteKeywordLocation { get; init; }
}
