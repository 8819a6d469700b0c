using System.Text;

namespace SchemaRegistry.Api.Schemas.Protobuf.Syntax;

/// <summary>Walks over the words of a text.</summary>
internal sealed class TokenReader(TokenList tokens, int position, int end)
{
    private int _position = position;

    public TokenReader(TokenList tokens)
        : this(tokens, 0, tokens.Count - 1)
    {
    }

    public TokenList Tokens { get; } = tokens;

    public int Position => _position;

    public Token Current => Tokens[_position];

    public int Offset => Current.Start;

    public TokenKind Kind => _position >= end ? TokenKind.End : Current.Kind;

    public bool AtEnd => _position >= end;

    public void Next() => _position++;

    public bool LookingAt(ReadOnlySpan<byte> text) => LookingAt(text, 0);

    public bool LookingAt(ReadOnlySpan<byte> text, int ahead) =>
        _position + ahead < end && Tokens[_position + ahead].Kind != TokenKind.String && Tokens.BytesOf(Tokens[_position + ahead]).SequenceEqual(text);

    public bool TryConsume(ReadOnlySpan<byte> text)
    {
        if (!LookingAt(text))
        {
            return false;
        }

        _position++;
        return true;
    }

    public void Consume(ReadOnlySpan<byte> text)
    {
        if (!TryConsume(text))
        {
            throw Unexpected($"\"{Encoding.UTF8.GetString(text)}\"");
        }
    }

    /// <summary>The exception that says what should stand here.</summary>
    public SchemaSyntaxException Unexpected(string wanted) =>
        new(Offset, AtEnd && Current.Kind == TokenKind.End ? $"{wanted} is missing: the text ends" : $"{wanted} is expected");

    public string ConsumeIdentifier(string wanted)
    {
        if (Kind != TokenKind.Identifier)
        {
            throw Unexpected(wanted);
        }

        var text = Tokens.TextOf(Current);
        _position++;
        return text;
    }

    public ulong ConsumeInteger(ulong max, string wanted)
    {
        if (Kind != TokenKind.Integer)
        {
            throw Unexpected(wanted);
        }

        if (!NumberLiteral.TryParseInteger(Tokens.BytesOf(Current), max, out var value))
        {
            throw new SchemaSyntaxException(Offset, "the number is out of range");
        }

        _position++;
        return value;
    }

    public int ConsumeInt32(string wanted) => (int)ConsumeInteger(int.MaxValue, wanted);

    public int ConsumeSignedInt32(string wanted) =>
        TryConsume("-"u8) ? (int)-(long)ConsumeInteger(1ul << 31, wanted) : ConsumeInt32(wanted);

    /// <summary>A number with or without a point, <c>inf</c> or <c>nan</c>.</summary>
    public double ConsumeNumber()
    {
        double value;
        if (Kind == TokenKind.Float)
        {
            value = NumberLiteral.ParseFloat(Tokens.BytesOf(Current));
        }
        else if (Kind == TokenKind.Integer)
        {
            value = IntegerAsNumber();
        }
        else if (LookingAt("inf"u8))
        {
            value = double.PositiveInfinity;
        }
        else if (LookingAt("nan"u8))
        {
            value = double.NaN;
        }
        else
        {
            throw Unexpected("a number");
        }

        _position++;
        return value;
    }

    /// <summary>One or more strings in a row, which are one.</summary>
    public byte[] ConsumeString(string wanted)
    {
        if (Kind != TokenKind.String)
        {
            throw Unexpected(wanted);
        }

        var value = new List<byte>();
        while (Kind == TokenKind.String)
        {
            StringLiteral.Append(Tokens.BytesOf(Current), value);
            _position++;
        }

        return [.. value];
    }

    public string ConsumeText(string wanted) => Encoding.UTF8.GetString(ConsumeString(wanted));

    // A decimal that no integer can hold is a number all the same.
    private double IntegerAsNumber()
    {
        var digits = Tokens.BytesOf(Current);
        if (NumberLiteral.TryParseInteger(digits, ulong.MaxValue, out var value))
        {
            return value;
        }

        return digits[0] == '0' ? throw new SchemaSyntaxException(Offset, "the number is out of range") : NumberLiteral.ParseFloat(digits);
    }
}
