using System.Globalization;

namespace SchemaRegistry.Api.Schemas.Json.Assertions;

/// <summary>Which characters may stand where in an internationalised label (RFC 5892).</summary>
internal static class LabelRules
{
    private const char MiddleDot = '\u00B7';
    private const char GreekKeraia = '\u0375';
    private const char Geresh = '\u05F3';
    private const char Gershayim = '\u05F4';
    private const char KatakanaMiddleDot = '\u30FB';
    private const char ZeroWidthJoiner = '\u200D';
    private const char ZeroWidthNonJoiner = '\u200C';
    private const char Virama = '\u094D';

    // Section 2.6 lists them by hand.
    private const string Exceptions = "\u00DF\u03C2\u06FD\u06FE\u0F0B\u3007";
    private const string Disallowed = "\u0640\u07FA\u302E\u302F\u3031\u3032\u3033\u3034\u3035\u303B";

    public static bool AreMet(string label)
    {
        if (IsMark(label, 0))
        {
            return false;
        }

        for (var i = 0; i < label.Length; i++)
        {
            if (!IsAllowed(label, i))
            {
                return false;
            }
        }

        return !(label.Any(static c => c is >= '\u0660' and <= '\u0669') && label.Any(static c => c is >= '\u06F0' and <= '\u06F9'));
    }

    private static bool IsAllowed(string label, int at) => label[at] switch
    {
        MiddleDot => at > 0 && at + 1 < label.Length && label[at - 1] == 'l' && label[at + 1] == 'l',
        GreekKeraia => at + 1 < label.Length && label[at + 1] is >= '\u0370' and <= '\u03FF' or >= '\u1F00' and <= '\u1FFF',
        Geresh or Gershayim => at > 0 && label[at - 1] is >= '\u0590' and <= '\u05FF',
        KatakanaMiddleDot => label.Any(static c => c != KatakanaMiddleDot && c is >= '\u3041' and <= '\u30FF' or >= '\u3400' and <= '\u9FFF'),
        ZeroWidthJoiner or ZeroWidthNonJoiner => at > 0 && (IsVirama(label[at - 1]) || (label[at] == ZeroWidthNonJoiner && IsArabic(label, at))),
        var c when Disallowed.Contains(c, StringComparison.Ordinal) => false,
        var c when Exceptions.Contains(c, StringComparison.Ordinal) || c == '-' => true,
        _ => IsLetterDigitOrMark(label, at),
    };

    private static bool IsArabic(string label, int at) =>
        at + 1 < label.Length && label[at - 1] is >= '\u0620' and <= '\u074F' && label[at + 1] is >= '\u0620' and <= '\u074F';

    private static bool IsVirama(char c) =>
        c is Virama or '\u09CD' or '\u0A4D' or '\u0ACD' or '\u0B4D' or '\u0BCD' or '\u0C4D' or '\u0CCD' or '\u0D4D' or '\u0DCA';

    private static bool IsLetterDigitOrMark(string label, int at) => CharUnicodeInfo.GetUnicodeCategory(label, at) is
        UnicodeCategory.LowercaseLetter or UnicodeCategory.UppercaseLetter or UnicodeCategory.OtherLetter or UnicodeCategory.ModifierLetter
        or UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.DecimalDigitNumber or UnicodeCategory.Surrogate;

    private static bool IsMark(string label, int at) => CharUnicodeInfo.GetUnicodeCategory(label, at) is
        UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark;
}
