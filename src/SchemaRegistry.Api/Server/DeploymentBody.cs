namespace SchemaRegistry.Api.Server;

/// <summary>What kind of installation answers, in the words of Confluent's tools.</summary>
internal sealed record DeploymentBody(IReadOnlyList<string> Attributes);
