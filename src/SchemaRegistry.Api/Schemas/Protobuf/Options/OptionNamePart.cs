namespace SchemaRegistry.Api.Schemas.Protobuf.Options;

/// <summary>A part of an option's name: <c>(foo.bar).baz</c> has two.</summary>
/// <param name="Name">The name, without parentheses.</param>
/// <param name="IsExtension">Whether it is in parentheses.</param>
/// <param name="Offset">Where it stands.</param>
internal sealed record OptionNamePart(string Name, bool IsExtension, int Offset);
