namespace SchemaRegistry.Api.Schemas.Protobuf.Model;

/// <summary>An import statement.</summary>
/// <param name="Path">The path of the imported file.</param>
/// <param name="Kind">What it is for.</param>
/// <param name="Offset">Where the path stands in the text.</param>
internal sealed record ProtoImport(string Path, ImportKind Kind, int Offset);
