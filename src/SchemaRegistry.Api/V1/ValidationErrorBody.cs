namespace SchemaRegistry.Api.V1;

/// <summary>One thing that is wrong.</summary>
/// <param name="Path">Where in the document.</param>
/// <param name="Keyword">Where in the schema the rule stands.</param>
/// <param name="Message">What is wrong.</param>
internal sealed record ValidationErrorBody(string Path, string Keyword, string Message);
