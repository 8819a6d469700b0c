using System.Globalization;
using System.Text.RegularExpressions;

namespace SchemaRegistry.Api.Schemas.Protobuf.Documents;

/// <summary>Times and durations in the JSON mapping.</summary>
internal static partial class TimeText
{
    private const long MaxDurationSeconds = 315_576_000_000;

    public static bool IsTimestamp(string text)
    {
        var match = Timestamp().Match(text);
        if (!match.Success || !DateTime.TryParseExact(
            match.Groups["local"].Value, "yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture, DateTimeStyles.None, out var local))
        {
            return false;
        }

        if (!match.Groups["hours"].Success)
        {
            return true;
        }

        var (hours, minutes) = (Part(match, "hours"), Part(match, "minutes"));
        var offset = TimeSpan.FromMinutes((hours * 60) + minutes).Ticks * (match.Groups["sign"].Value == "-" ? -1 : 1);
        var utc = local.Ticks - offset;
        return hours < 24 && minutes < 60 && utc >= 0 && utc <= DateTime.MaxValue.Ticks;
    }

    public static bool IsDuration(string text)
    {
        var match = Duration().Match(text);
        return match.Success
            && long.TryParse(match.Groups["seconds"].Value, CultureInfo.InvariantCulture, out var seconds)
            && (seconds < MaxDurationSeconds || (seconds == MaxDurationSeconds && match.Groups["fraction"].Value.Trim('0').Length == 0));
    }

    private static int Part(Match match, string name) => int.Parse(match.Groups[name].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(?<local>[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2})(\.[0-9]{1,9})?(Z|(?<sign>[+-])(?<hours>[0-9]{2}):(?<minutes>[0-9]{2}))\z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Timestamp();

    [GeneratedRegex(@"^-?(?<seconds>[0-9]{1,12})(\.(?<fraction>[0-9]{1,9}))?s\z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Duration();
}
