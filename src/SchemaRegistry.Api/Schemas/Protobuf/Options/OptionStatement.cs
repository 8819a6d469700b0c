namespace SchemaRegistry.Api.Schemas.Protobuf.Options;

/// <summary>An option as it is written.</summary>
/// <param name="Name">The parts of its name.</param>
/// <param name="Value">What it is set to.</param>
internal sealed record OptionStatement(IReadOnlyList<OptionNamePart> Name, OptionLiteral Value);
