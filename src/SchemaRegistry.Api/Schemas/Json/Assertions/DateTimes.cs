using System.Globalization;

namespace SchemaRegistry.Api.Schemas.Json.Assertions;

/// <summary>Dates and times of RFC 3339.</summary>
internal static class DateTimes
{
    public static bool IsDate(string text) =>
        text.Length == 10 && IsNumber(text, 0, 4) && text[4] == '-' && IsNumber(text, 5, 2) && text[7] == '-' && IsNumber(text, 8, 2)
        && Number(text, 0, 4) is >= 0 and var year && Number(text, 5, 2) is >= 1 and <= 12 and var month
        && Number(text, 8, 2) is >= 1 and var day && day <= (year == 0 ? DaysOfYearZero(month) : DateTime.DaysInMonth(year, month));

    public static bool IsTime(string text)
    {
        if (text.Length < 9 || !IsNumber(text, 0, 2) || text[2] != ':' || !IsNumber(text, 3, 2) || text[5] != ':' || !IsNumber(text, 6, 2))
        {
            return false;
        }

        var at = 8;
        if (text[at] == '.')
        {
            var start = ++at;
            while (at < text.Length && char.IsAsciiDigit(text[at]))
            {
                at++;
            }

            if (at == start)
            {
                return false;
            }
        }

        var (hour, minute, second) = (Number(text, 0, 2), Number(text, 3, 2), Number(text, 6, 2));
        if (hour > 23 || minute > 59 || second > 60 || Offset(text, at) is not { } offset)
        {
            return false;
        }

        // A leap second is the last of a day in UTC.
        return second < 60 || (((((hour * 60) + minute - offset) % 1440) + 1440) % 1440) == 1439;
    }

    public static bool IsDateTime(string text) => text.Length > 11 && text[10] is 'T' or 't' && IsDate(text[..10]) && IsTime(text[11..]);

    private static int? Offset(string text, int at)
    {
        if (at == text.Length - 1 && text[at] is 'Z' or 'z')
        {
            return 0;
        }

        if (text.Length - at != 6 || text[at] is not ('+' or '-') || !IsNumber(text, at + 1, 2) || text[at + 3] != ':' || !IsNumber(text, at + 4, 2))
        {
            return null;
        }

        var (hours, minutes) = (Number(text, at + 1, 2), Number(text, at + 4, 2));
        return hours > 23 || minutes > 59 ? null : ((hours * 60) + minutes) * (text[at] == '-' ? -1 : 1);
    }

    private static int DaysOfYearZero(int month) => DateTime.DaysInMonth(4, month);

    private static bool IsNumber(string text, int start, int length) =>
        text.Length >= start + length && !text.AsSpan(start, length).ContainsAnyExceptInRange('0', '9');

    private static int Number(string text, int start, int length) => int.Parse(text.AsSpan(start, length), NumberStyles.None, CultureInfo.InvariantCulture);
}
