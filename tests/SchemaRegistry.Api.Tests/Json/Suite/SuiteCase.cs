namespace SchemaRegistry.Api.Tests.Json.Suite;

/// <summary>One test of the suite.</summary>
internal sealed record SuiteCase(string Description, string Schema, string Document, bool IsValid);
