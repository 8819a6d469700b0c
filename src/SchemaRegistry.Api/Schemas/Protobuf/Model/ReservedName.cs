namespace SchemaRegistry.Api.Schemas.Protobuf.Model;

/// <summary>A name that no field or value may have.</summary>
internal sealed record ReservedName(string Name, int Offset);
