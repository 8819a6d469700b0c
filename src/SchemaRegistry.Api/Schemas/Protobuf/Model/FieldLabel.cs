namespace SchemaRegistry.Api.Schemas.Protobuf.Model;

/// <summary>How often a field may occur; the numbers are those of <c>descriptor.proto</c>.</summary>
internal enum FieldLabel
{
    Optional = 1,
    Required = 2,
    Repeated = 3,
}
