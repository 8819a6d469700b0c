using System.Runtime.InteropServices;

namespace SchemaRegistry.Api.Schemas.Json.Syntax;

/// <summary>A member of an object.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct JsonMember(string Name, JsonNode Value);
