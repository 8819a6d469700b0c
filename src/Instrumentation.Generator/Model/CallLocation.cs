namespace Instrumentation.Generator.Model;

/// <summary>Where a call is, as the compiler wants it named.</summary>
/// <param name="Version">Version of the encoding.</param>
/// <param name="Data">The encoding: a hash of the file and a position.</param>
/// <param name="Display">The place for people: <c>SchemaService.cs(12,34)</c>.</param>
internal sealed record CallLocation(int Version, string Data, string Display);
