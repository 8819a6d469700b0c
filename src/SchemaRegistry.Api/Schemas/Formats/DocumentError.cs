namespace SchemaRegistry.Api.Schemas.Formats;

/// <summary>One thing that is wrong with a document.</summary>
/// <param name="InstanceLocation">Where in the document: a JSON pointer; for binary documents the path of field names, with the byte offset in <paramref name="Reason"/>.</param>
/// <param name="KeywordLocation">Where in the schema the rule stands that it breaks.</param>
/// <param name="Reason">What is wrong, in words.</param>
internal sealed record DocumentError(string InstanceLocation, string KeywordLocation, string Reason);
