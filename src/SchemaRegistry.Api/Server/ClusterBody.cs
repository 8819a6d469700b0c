namespace SchemaRegistry.Api.Server;

/// <summary>Which registry answers, in the form in which Confluent's tools ask for it.</summary>
internal sealed record ClusterBody(ClusterScope Scope, string Id);
