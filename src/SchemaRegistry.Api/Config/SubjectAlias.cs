namespace SchemaRegistry.Api.Config;

/// <summary>Another name of a subject.</summary>
/// <param name="Name">The other name.</param>
/// <param name="Subject">The subject that is meant.</param>
internal readonly record struct SubjectAlias(string Name, string Subject);
