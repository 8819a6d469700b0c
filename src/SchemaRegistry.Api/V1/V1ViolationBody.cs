namespace SchemaRegistry.Api.V1;

/// <summary>One reason why a schema cannot follow a version.</summary>
internal sealed record V1ViolationBody(string Rule, string Path, string Message, string Severity, int Version)
{
    public const string Breaking = "BREAKING";
}
