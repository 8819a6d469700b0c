namespace SchemaRegistry.Api.Admin;

/// <summary>A back-up that was made.</summary>
/// <param name="File">The file, with its full path.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="Versions">How many versions are in it, deleted ones too.</param>
/// <param name="Created">When it was begun: it has all that was acknowledged before.</param>
internal sealed record Backup(string File, long Bytes, long Versions, DateTimeOffset Created);
