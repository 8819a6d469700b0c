namespace SchemaRegistry.Api.Subjects;

/// <summary>One place where a schema is registered.</summary>
internal sealed record SubjectVersion(string Subject, int Version);
