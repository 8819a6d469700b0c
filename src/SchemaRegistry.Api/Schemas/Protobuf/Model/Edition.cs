namespace SchemaRegistry.Api.Schemas.Protobuf.Model;

/// <summary>The language version of a file; the numbers are those of <c>descriptor.proto</c>.</summary>
internal enum Edition
{
    Unknown = 0,
    Proto2 = 998,
    Proto3 = 999,
    E2023 = 1000,
    E2024 = 1001,
}
