namespace SchemaRegistry.Api.Schemas.Json.Patterns;

/// <summary>The contents of brackets that mean the same in .NET as the escapes of ECMA-262.</summary>
internal static class EcmaSets
{
    public const string Digit = "0-9";
    public const string NotDigit = @"\u0000-/:-\uFFFF";
    public const string Word = "A-Za-z0-9_";
    public const string NotWord = @"\u0000-/:-@\[-\^`{-\uFFFF";
    public const string Space = @"\t\n\v\f\r \u00A0\u1680\u2000-\u200A\u2028\u2029\u202F\u205F\u3000\uFEFF";
    public const string NotSpace =
        @"\u0000-\u0008\u000E-\u001F!-\u009F\u00A1-\u167F\u1681-\u1FFF\u200B-\u2027\u202A-\u202E\u2030-\u205E\u2060-\u2FFF\u3001-\uFEFE\uFF00-\uFFFF";

    /// <summary>A pair of code units that makes one character.</summary>
    public const string Pair = @"[\uD800-\uDBFF][\uDC00-\uDFFF]";

    private static readonly Dictionary<string, string> s_categories = new(StringComparer.Ordinal)
    {
        ["Letter"] = "L", ["Cased_Letter"] = "Lu}\\p{Ll}\\p{Lt", ["LC"] = "Lu}\\p{Ll}\\p{Lt", ["Uppercase_Letter"] = "Lu", ["Lowercase_Letter"] = "Ll",
        ["Titlecase_Letter"] = "Lt", ["Modifier_Letter"] = "Lm", ["Other_Letter"] = "Lo", ["Mark"] = "M", ["Combining_Mark"] = "M",
        ["Nonspacing_Mark"] = "Mn", ["Spacing_Mark"] = "Mc", ["Enclosing_Mark"] = "Me", ["Number"] = "N", ["Decimal_Number"] = "Nd", ["digit"] = "Nd",
        ["Letter_Number"] = "Nl", ["Other_Number"] = "No", ["Punctuation"] = "P", ["punct"] = "P", ["Connector_Punctuation"] = "Pc",
        ["Dash_Punctuation"] = "Pd", ["Open_Punctuation"] = "Ps", ["Close_Punctuation"] = "Pe", ["Initial_Punctuation"] = "Pi",
        ["Final_Punctuation"] = "Pf", ["Other_Punctuation"] = "Po", ["Symbol"] = "S", ["Math_Symbol"] = "Sm", ["Currency_Symbol"] = "Sc",
        ["Modifier_Symbol"] = "Sk", ["Other_Symbol"] = "So", ["Separator"] = "Z", ["Space_Separator"] = "Zs", ["Line_Separator"] = "Zl",
        ["Paragraph_Separator"] = "Zp", ["Other"] = "C", ["Control"] = "Cc", ["cntrl"] = "Cc", ["Format"] = "Cf", ["Surrogate"] = "Cs",
        ["Private_Use"] = "Co", ["Unassigned"] = "Cn", ["Alphabetic"] = "L}\\p{Nl", ["Alpha"] = "L}\\p{Nl", ["Lowercase"] = "Ll", ["Uppercase"] = "Lu",
        ["White_Space"] = "Z}\\t\\n\\v\\f\\r\\u0085\\p{Zs",
    };

    private static readonly HashSet<string> s_short = new(
        ["L", "Lu", "Ll", "Lt", "Lm", "Lo", "M", "Mn", "Mc", "Me", "N", "Nd", "Nl", "No", "P", "Pc", "Pd", "Ps", "Pe", "Pi", "Pf", "Po",
            "S", "Sm", "Sc", "Sk", "So", "Z", "Zs", "Zl", "Zp", "C", "Cc", "Cf", "Cs", "Co", "Cn"],
        StringComparer.Ordinal);

    /// <summary>The content of brackets for a Unicode property.</summary>
    /// <exception cref="FormatException">.NET does not know the property.</exception>
    public static string Property(string name)
    {
        var value = name.StartsWith("General_Category=", StringComparison.Ordinal) || name.StartsWith("gc=", StringComparison.Ordinal)
            ? name[(name.IndexOf('=', StringComparison.Ordinal) + 1)..]
            : name;
        var category = s_short.Contains(value) ? value : s_categories.GetValueOrDefault(value);
        return category is null
            ? throw new FormatException($"the property \\p{{{name}}} is not known here")
            : $"\\p{{{category}}}";
    }
}
