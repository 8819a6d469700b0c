using SchemaRegistry.Api.Schemas.Protobuf.Model;

namespace SchemaRegistry.Api.Schemas.Protobuf.Options;

/// <summary>A field that is set, with its one value or, when it is repeated, its values.</summary>
/// <param name="Field">The field.</param>
/// <param name="Values">As <see cref="int"/>, <see cref="long"/>, <see cref="uint"/>, <see cref="ulong"/>, <see cref="float"/>, <see cref="double"/>,
/// <see cref="bool"/>, bytes or <see cref="MessageValue"/>; strings as bytes, enums as <see cref="int"/>.</param>
internal sealed record FieldValue(ProtoField Field, List<object> Values);
