namespace SchemaRegistry.Api.Schemas.Protobuf.Checks;

/// <summary>What a range says that an extension has to be.</summary>
internal sealed record ExtensionDeclaration(int Number, string FullName, string Type, bool IsReserved, bool IsRepeated);
