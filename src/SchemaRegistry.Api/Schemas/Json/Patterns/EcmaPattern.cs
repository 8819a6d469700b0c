using System.Text.RegularExpressions;
using SchemaRegistry.Api.Schemas.Formats;

namespace SchemaRegistry.Api.Schemas.Json.Patterns;

/// <summary>A regular expression of ECMA-262 with Unicode meaning. Its time grows with the text and not with the expression's branches.</summary>
internal sealed class EcmaPattern
{
    /// <summary>How many steps of an evaluation a match with a short text costs.</summary>
    public const int Steps = 8;

    private static readonly TimeSpan s_timeout = TimeSpan.FromMilliseconds(250);

    private readonly string _source;
    private readonly Regex _regex;

    private EcmaPattern(string source, Regex regex)
    {
        _source = source;
        _regex = regex;
    }

    /// <exception cref="FormatException">The text is not an expression of ECMA-262, or uses one of the few things that .NET cannot do.</exception>
    public static EcmaPattern Create(string source)
    {
        var translated = EcmaTranslator.Translate(source);
        try
        {
            return new EcmaPattern(source, new Regex(translated, RegexOptions.CultureInvariant | RegexOptions.NonBacktracking, s_timeout));
        }
        catch (NotSupportedException)
        {
            // Look-around and back references need backtracking, which is then limited by time.
            return new EcmaPattern(source, new Regex(translated, RegexOptions.CultureInvariant, s_timeout));
        }
        catch (RegexParseException exception)
        {
            throw new FormatException(exception.Message, exception);
        }
    }

    /// <exception cref="WorkLimitException">It takes too long.</exception>
    public bool IsMatch(string text)
    {
        try
        {
            return _regex.IsMatch(text);
        }
        catch (RegexMatchTimeoutException)
        {
            throw new WorkLimitException($"the pattern {_source} takes too long on a text of {text.Length} characters");
        }
    }

    public override string ToString() => _source;
}
