using SchemaRegistry.Api.Schemas.Protobuf.Syntax;

namespace SchemaRegistry.Api.Schemas.Protobuf.Options;

/// <summary>The value of an option as it is written; exactly one of the values is there.</summary>
internal sealed class OptionLiteral
{
    public int Offset { get; init; }

    public string? Identifier { get; init; }

    public ulong? PositiveInteger { get; init; }

    /// <summary>The absolute value of a negative integer.</summary>
    public ulong? NegativeInteger { get; init; }

    public double? Float { get; init; }

    public byte[]? Text { get; init; }

    /// <summary>What stands between the braces of an aggregate.</summary>
    public TokenList? Aggregate { get; init; }

    /// <summary>The first word between the braces.</summary>
    public int AggregateStart { get; init; }

    /// <summary>The word behind the last one between the braces.</summary>
    public int AggregateEnd { get; init; }
}
