using System.Globalization;
using SchemaRegistry.Api.Http;

namespace SchemaRegistry.Api.Subjects;

/// <summary>Which version of a subject is meant: a number, or the latest.</summary>
internal readonly record struct VersionSelector(int? Number)
{
    /// <summary>How the latest one is called where a number is expected.</summary>
    public const int LatestNumber = -1;

    public static readonly VersionSelector Latest;

    public bool IsLatest => Number is null;

    /// <summary>1 to 2^31-1, <c>latest</c> in any case, or <c>-1</c>, which also means the latest.</summary>
    public static VersionSelector Parse(string text)
    {
        var trimmed = text.Trim();
        if (trimmed.Equals("latest", StringComparison.OrdinalIgnoreCase) || string.Equals(trimmed, "-1", StringComparison.Ordinal))
        {
            return Latest;
        }

        return int.TryParse(trimmed, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1
            ? new VersionSelector(number)
            : throw RegistryErrors.InvalidVersion(text);
    }
}
