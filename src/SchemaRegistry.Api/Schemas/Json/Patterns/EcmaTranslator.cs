using System.Globalization;
using System.Text;

namespace SchemaRegistry.Api.Schemas.Json.Patterns;

/// <summary>Writes a regular expression of ECMA-262 (with its <c>u</c> flag, but lenient about needless escapes) as one of .NET with the same meaning.</summary>
internal sealed class EcmaTranslator
{
    private const int MaxLength = 20_000;

    // Characters beyond U+FFFF are two code units in .NET; what matches "any character but" must take both.
    private const string AnyCharacter = $@"(?:{EcmaSets.Pair}|[^\n\r\u2028\u2029])";

    private readonly string _source;
    private readonly StringBuilder _result = new();
    private int _at;

    private EcmaTranslator(string source) => _source = source;

    /// <exception cref="FormatException">The text is not an expression of ECMA-262.</exception>
    public static string Translate(string source)
    {
        if (source.Length > MaxLength)
        {
            throw new FormatException($"it is longer than {MaxLength} characters");
        }

        var translator = new EcmaTranslator(source);
        translator.Run();
        return translator._result.ToString();
    }

    private void Run()
    {
        while (_at < _source.Length)
        {
            var c = _source[_at++];
            switch (c)
            {
                case '\\':
                    Escape();
                    break;
                case '[':
                    _result.Append(new EcmaClassTranslator(_source).Translate(ref _at));
                    break;
                case '.':
                    _result.Append(AnyCharacter);
                    break;
                case '$':
                    _result.Append(@"\z");
                    break;
                case '(':
                    Group();
                    break;
                case var _ when char.IsHighSurrogate(c) && _at < _source.Length:
                    _result.Append("(?:").Append(c).Append(_source[_at++]).Append(')');
                    break;
                default:
                    _result.Append(c);
                    break;
            }
        }
    }

    private void Group()
    {
        // .NET's comments, conditions, balancing groups and atomic groups are not ECMAScript's.
        if (_at + 1 < _source.Length && _source[_at] == '?' && _source[_at + 1] is '#' or '(' or '>' or '\'')
        {
            throw new FormatException($"\"(?{_source[_at + 1]}\" is not known");
        }

        _result.Append('(');
    }

    private void Escape()
    {
        if (_at >= _source.Length)
        {
            throw new FormatException("it ends in a \\");
        }

        var c = _source[_at++];
        switch (c)
        {
            case 'd':
                _result.Append('[').Append(EcmaSets.Digit).Append(']');
                break;
            case 'w':
                _result.Append('[').Append(EcmaSets.Word).Append(']');
                break;
            case 's':
                _result.Append('[').Append(EcmaSets.Space).Append(']');
                break;
            case 'D' or 'W' or 'S':
                var set = c switch { 'D' => EcmaSets.Digit, 'W' => EcmaSets.Word, _ => EcmaSets.Space };
                _result.Append("(?:").Append(EcmaSets.Pair).Append("|[^").Append(set).Append("])");
                break;
            case 'p' or 'P':
                var property = EcmaEscapes.Property(_source, ref _at);
                _result.Append(c == 'p' ? $"[{property}]" : $"(?:{EcmaSets.Pair}|[^{property}])");
                break;
            case 'b':
                _result.Append("(?:(?<=[" + EcmaSets.Word + "])(?![" + EcmaSets.Word + "])|(?<![" + EcmaSets.Word + "])(?=[" + EcmaSets.Word + "]))");
                break;
            case 'B':
                _result.Append("(?:(?<=[" + EcmaSets.Word + "])(?=[" + EcmaSets.Word + "])|(?<![" + EcmaSets.Word + "])(?![" + EcmaSets.Word + "]))");
                break;
            case 'k':
                _result.Append(@"\k");
                break;
            case >= '1' and <= '9':
                BackReference();
                break;
            default:
                var codePoint = EcmaEscapes.CodePoint(_source, c, ref _at);
                _result.Append(codePoint > char.MaxValue ? $"(?:{EcmaEscapes.Literal(codePoint)})" : EcmaEscapes.Literal(codePoint));
                break;
        }
    }

    private void BackReference()
    {
        var start = _at - 1;
        while (_at < _source.Length && char.IsAsciiDigit(_source[_at]))
        {
            _at++;
        }

        _result.Append(CultureInfo.InvariantCulture, $"(?:\\{_source.AsSpan(start, _at - start)})");
    }
}
