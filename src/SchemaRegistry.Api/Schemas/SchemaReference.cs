namespace SchemaRegistry.Api.Schemas;

/// <summary>A schema that another one builds on.</summary>
/// <param name="Name">How the other schema calls it.</param>
/// <param name="Subject">The subject under which it is registered.</param>
/// <param name="Version">The version of that subject; -1 for the latest at the time of registration.</param>
internal sealed record SchemaReference(string Name, string Subject, int Version);
