using System.Text;

namespace SchemaRegistry.Api.Schemas.Json.Patterns;

/// <summary>Translates what stands in brackets. Characters beyond U+FFFF are two code units in .NET and leave the brackets as alternatives.</summary>
internal sealed class EcmaClassTranslator(string source)
{
    private readonly StringBuilder _set = new();
    private readonly List<string> _pairs = [];
    private bool _hasAllPairs;

    /// <param name="at">Where the expression goes on after the opening bracket; afterwards after the closing one.</param>
    public string Translate(ref int at)
    {
        var isNegated = at < source.Length && source[at] == '^';
        at += isNegated ? 1 : 0;
        while (true)
        {
            if (at >= source.Length)
            {
                throw new FormatException("a [ is not closed");
            }

            if (source[at] == ']')
            {
                at++;
                return isNegated ? Negated() : Positive();
            }

            Member(ref at);
        }
    }

    private void Member(ref int at)
    {
        if (Set(ref at))
        {
            return;
        }

        var first = Character(ref at);
        if (at + 1 < source.Length && source[at] == '-' && source[at + 1] != ']')
        {
            var dash = at++;
            if (!Set(ref at))
            {
                Range(first, Character(ref at));
                return;
            }

            at = dash;
        }

        Range(first, first);
    }

    private bool Set(ref int at)
    {
        if (source[at] != '\\' || at + 1 >= source.Length)
        {
            return false;
        }

        var escape = source[at + 1];
        var set = escape switch
        {
            'd' => EcmaSets.Digit,
            'D' => EcmaSets.NotDigit,
            'w' => EcmaSets.Word,
            'W' => EcmaSets.NotWord,
            's' => EcmaSets.Space,
            'S' => EcmaSets.NotSpace,
            _ => null,
        };
        if (set is not null)
        {
            at += 2;
        }
        else if (escape is 'p' or 'P')
        {
            at += 2;
            var property = EcmaEscapes.Property(source, ref at);
            set = escape == 'p' ? property : Complement(property);
        }

        _set.Append(set);
        _hasAllPairs |= set is not null && char.IsUpper(escape);
        return set is not null;
    }

    private static string Complement(string property) => property.LastIndexOf('\\') == 0
        ? property.Replace(@"\p{", @"\P{", StringComparison.Ordinal)
        : throw new FormatException("the complement of this property cannot stand in []");

    private int Character(ref int at)
    {
        var c = source[at++];
        if (c == '\\' && at < source.Length)
        {
            var escape = source[at++];
            return escape == 'b' ? '\b' : EcmaEscapes.CodePoint(source, escape, ref at);
        }

        return char.IsHighSurrogate(c) && at < source.Length ? char.ConvertToUtf32(c, source[at++]) : c;
    }

    private void Range(int first, int last)
    {
        if (first > last)
        {
            throw new FormatException("a range in [] is the wrong way round");
        }

        if (first <= char.MaxValue)
        {
            _set.Append(EcmaEscapes.Literal(first)).Append('-').Append(EcmaEscapes.Literal(Math.Min(last, char.MaxValue)));
            first = char.MaxValue + 1;
        }

        // One alternative for each high surrogate at the ends, and one for all between.
        while (first <= last)
        {
            var high = EcmaEscapes.Literal(first)[..6];
            var blockEnd = first | 0x3FF;
            if ((first & 0x3FF) == 0 && blockEnd < last)
            {
                var lastFull = (last + 1 - 0x400) | 0x3FF;
                _pairs.Add($@"[{high}-{EcmaEscapes.Literal(lastFull)[..6]}][\uDC00-\uDFFF]");
                first = lastFull + 1;
                continue;
            }

            var end = Math.Min(blockEnd, last);
            _pairs.Add($"{high}[{EcmaEscapes.Literal(first)[6..]}-{EcmaEscapes.Literal(end)[6..]}]");
            first = end + 1;
        }
    }

    private string Positive()
    {
        if (_hasAllPairs)
        {
            return $"(?:{EcmaSets.Pair}|[{_set}])";
        }

        if (_set.Length == 0)
        {
            // Brackets around nothing match nothing.
            return _pairs.Count == 0 ? "[^\\u0000-\\uFFFF]" : $"(?:{string.Join('|', _pairs)})";
        }

        return _pairs.Count == 0 ? $"[{_set}]" : $"(?:{string.Join('|', _pairs)}|[{_set}])";
    }

    private string Negated()
    {
        var units = _set.Length == 0 ? "[\\u0000-\\uFFFF]" : $"[^{_set}]";
        if (_hasAllPairs)
        {
            return units;
        }

        return _pairs.Count == 0
            ? $"(?:{EcmaSets.Pair}|{units})"
            : $"(?:(?!{string.Join('|', _pairs)}){EcmaSets.Pair}|(?!{EcmaSets.Pair}){units})";
    }
}
