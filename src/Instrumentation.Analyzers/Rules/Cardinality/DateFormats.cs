using Microsoft.CodeAnalysis;

namespace Instrumentation.Analyzers.Rules.Cardinality;

/// <summary>Formats of dates that come again.</summary>
internal static class DateFormats
{
    private const string Small = "HhdMt";
    private const string Large = "ymsfFgKz";

    /// <summary>Whether a format shows only the hour, the weekday, the day or the month of a date.</summary>
    public static bool IsClosed(ITypeSymbol? type, string format) =>
        type is { SpecialType: SpecialType.System_DateTime } or { Name: "DateTimeOffset" or "DateOnly" or "TimeOnly" }
        && format.Length > 1 && format.Any(static letter => Small.IndexOf(letter) >= 0) && !format.Any(static letter => Large.IndexOf(letter) >= 0);
}
