namespace SchemaRegistry.Api.Schemas.Protobuf.Syntax;

/// <summary>Cuts a text into words, as protoc does.</summary>
internal sealed class Tokenizer
{
    private readonly byte[] _text;
    private readonly List<Token> _tokens;
    private int _position;

    private Tokenizer(byte[] text)
    {
        _text = text;
        _tokens = new List<Token>((text.Length / 5) + 1);
    }

    /// <exception cref="SchemaSyntaxException">A word is malformed.</exception>
    public static TokenList Read(byte[] text)
    {
        var tokenizer = new Tokenizer(text);
        tokenizer.SkipByteOrderMark();
        while (tokenizer.SkipBlanks())
        {
            tokenizer.ReadToken();
        }

        tokenizer._tokens.Add(new Token(TokenKind.End, text.Length, 0));
        return new TokenList(text, tokenizer._tokens);
    }

    private int Peek(int ahead = 0) => _position + ahead < _text.Length ? _text[_position + ahead] : -1;

    private void SkipByteOrderMark()
    {
        if (Peek() != 0xEF)
        {
            return;
        }

        if (Peek(1) != 0xBB || Peek(2) != 0xBF)
        {
            throw new SchemaSyntaxException(0, "the text starts with the byte 0xEF, but not with the byte order mark of UTF-8");
        }

        _position = 3;
    }

    // Blanks and comments; false at the end.
    private bool SkipBlanks()
    {
        while (_position < _text.Length)
        {
            var c = _text[_position];
            if (c is (byte)' ' or (>= 9 and <= 13))
            {
                _position++;
            }
            else if (c == '/' && Peek(1) == '/')
            {
                SkipLine();
            }
            else if (c == '/' && Peek(1) == '*')
            {
                SkipBlock();
            }
            else
            {
                return true;
            }
        }

        return false;
    }

    private void SkipLine()
    {
        var line = _text.AsSpan(_position);
        var length = line.IndexOfAny((byte)'\n', (byte)0);
        _position += length < 0 ? line.Length : length;
    }

    private void SkipBlock()
    {
        var start = _position;
        _position += 2;
        while (true)
        {
            var rest = _text.AsSpan(_position);
            var next = rest.IndexOfAny((byte)'*', (byte)'/', (byte)0);
            if (next < 0 || rest[next] == 0)
            {
                throw new SchemaSyntaxException(start, "the comment does not end");
            }

            _position += next + 1;
            if (rest[next] == '*' && Peek() == '/')
            {
                _position++;
                return;
            }

            if (rest[next] == '/' && Peek() == '*')
            {
                throw new SchemaSyntaxException(_position - 1, "\"/*\" inside a comment: comments cannot be nested");
            }
        }
    }

    private void ReadToken()
    {
        var start = _position;
        var c = _text[_position];
        if (char.IsAsciiLetter((char)c) || c == '_')
        {
            ReadIdentifier();
        }
        else if (char.IsAsciiDigit((char)c))
        {
            ReadNumber();
        }
        else if (c == '.' && char.IsAsciiDigit((char)Math.Max(Peek(1), 0)))
        {
            if (_tokens.Count > 0 && _tokens[^1] is { Kind: TokenKind.Identifier } previous && previous.End == start)
            {
                throw new SchemaSyntaxException(start, "a space is needed between a name and a decimal point");
            }

            ReadNumber();
        }
        else if (c is (byte)'"' or (byte)'\'')
        {
            StringLiteral.Skip(_text, ref _position);
            Add(TokenKind.String, start);
        }
        else if (c < 0x20)
        {
            throw new SchemaSyntaxException(start, $"the control character 0x{c:X2} is not allowed");
        }
        else if (c >= 0x80)
        {
            throw new SchemaSyntaxException(start, "characters beyond ASCII are allowed only in strings and comments");
        }
        else
        {
            _position++;
            Add(TokenKind.Symbol, start);
        }
    }

    private void ReadIdentifier()
    {
        var start = _position;
        while (char.IsAsciiLetterOrDigit((char)Math.Max(Peek(), 0)) || Peek() == '_')
        {
            _position++;
        }

        if (_position - start > ProtobufLimits.NameLength)
        {
            throw new SchemaSyntaxException(start, $"a name has at most {ProtobufLimits.NameLength} characters");
        }

        Add(TokenKind.Identifier, start);
    }

    private void ReadNumber()
    {
        var start = _position;
        var isFloat = NumberLiteral.Skip(_text, ref _position);
        if (char.IsAsciiLetter((char)Math.Max(Peek(), 0)) || Peek() == '_')
        {
            throw new SchemaSyntaxException(_position, "a space is needed between a number and a name");
        }

        if (Peek() == '.')
        {
            throw new SchemaSyntaxException(_position, "a number cannot have another decimal point");
        }

        Add(isFloat ? TokenKind.Float : TokenKind.Integer, start);
    }

    private void Add(TokenKind kind, int start) => _tokens.Add(new Token(kind, start, _position - start));
}
