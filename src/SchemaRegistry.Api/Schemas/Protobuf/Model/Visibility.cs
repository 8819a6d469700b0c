namespace SchemaRegistry.Api.Schemas.Protobuf.Model;

/// <summary>Whether other files may use a type; the numbers are those of <c>descriptor.proto</c>.</summary>
internal enum Visibility
{
    Unset = 0,
    Local = 1,
    Export = 2,
}
