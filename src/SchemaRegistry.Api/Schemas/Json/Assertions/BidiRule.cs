using System.Globalization;
using System.Text;

namespace SchemaRegistry.Api.Schemas.Json.Assertions;

/// <summary>The rule of RFC 5893, section 2, for names with a label that is written from right to left.</summary>
internal static class BidiRule
{
    // Scripts that are written from right to left; all else in names is not.
    private static readonly (int First, int Last)[] s_rightToLeft =
        [(0x0590, 0x08FF), (0xFB1D, 0xFDFF), (0xFE70, 0xFEFF), (0x10800, 0x10FFF), (0x1E800, 0x1EFFF)];

    private static readonly (int First, int Last)[] s_arabicNumbers =
        [(0x0600, 0x0605), (0x0660, 0x0669), (0x066B, 0x066C), (0x06DD, 0x06DD), (0x10D30, 0x10D39), (0x10E60, 0x10E7E)];

    /// <param name="labels">The labels of one name, in Unicode.</param>
    public static bool IsMet(IEnumerable<string> labels)
    {
        BidiClass[][] classes = [.. labels.Select(static label => label.EnumerateRunes().Select(ClassOf).ToArray())];
        return !Array.Exists(classes, IsRightToLeft) || Array.TrueForAll(classes, IsMetBy);
    }

    private static bool IsRightToLeft(BidiClass[] label) => Array.Exists(label, static one => one is BidiClass.Right or BidiClass.ArabicNumber);

    private static bool IsMetBy(BidiClass[] label)
    {
        // Marks after the last character belong to it.
        var last = Array.FindLast(label, static one => one != BidiClass.Mark);
        return label is [] || label[0] switch
        {
            BidiClass.Right => !label.Contains(BidiClass.Left)
                && last != BidiClass.Neutral
                && !(label.Contains(BidiClass.EuropeanNumber) && label.Contains(BidiClass.ArabicNumber)),
            BidiClass.Left => !IsRightToLeft(label) && last != BidiClass.Neutral,
            _ => false,
        };
    }

    private static BidiClass ClassOf(Rune rune)
    {
        var category = Rune.GetUnicodeCategory(rune);
        return category switch
        {
            UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark => BidiClass.Mark,
            _ when IsIn(s_arabicNumbers, rune) => BidiClass.ArabicNumber,
            _ when rune.Value is (>= '0' and <= '9') or (>= 0x06F0 and <= 0x06F9) => BidiClass.EuropeanNumber,
            _ when !Rune.IsLetterOrDigit(rune) && category != UnicodeCategory.SpacingCombiningMark => BidiClass.Neutral,
            _ => IsIn(s_rightToLeft, rune) ? BidiClass.Right : BidiClass.Left,
        };
    }

    private static bool IsIn((int First, int Last)[] ranges, Rune rune) => Array.Exists(ranges, range => rune.Value >= range.First && rune.Value <= range.Last);
}
