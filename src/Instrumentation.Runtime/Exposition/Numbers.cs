using System.Globalization;

namespace Instrumentation.Exposition;

/// <summary>Numbers as label values, where one number must always be one text.</summary>
internal static class Numbers
{
    /// <summary>The shortest text that reads back as the number.</summary>
    public static string Shortest(double value) =>
        double.IsPositiveInfinity(value) ? "+Inf" : double.IsNegativeInfinity(value) ? "-Inf" : value.ToString("R", CultureInfo.InvariantCulture);

    /// <summary>
    /// The canonical text of OpenMetrics, which is that of Go and Python: <c>1.0</c>, <c>0.0001</c>, <c>1e-05</c>, <c>1e+06</c>
    /// (https://prometheus.io/docs/specs/om/open_metrics_spec/#considerations-canonical-numbers).
    /// </summary>
    public static string Canonical(double value)
    {
        if (double.IsInfinity(value) || value == 0)
        {
            return value == 0 ? "0.0" : Shortest(value);
        }

        // d.ddde±ddd with just the digits that the shortest text has.
        var shortest = Math.Abs(value).ToString("R", CultureInfo.InvariantCulture);
        var digits = shortest.Split('E')[0].Replace(".", string.Empty, StringComparison.Ordinal).Trim('0').Length;
        var scientific = value.ToString("0." + new string('0', digits - 1) + "e+00", CultureInfo.InvariantCulture);
        var exponent = int.Parse(scientific[(scientific.IndexOf('e', StringComparison.Ordinal) + 1)..], CultureInfo.InvariantCulture);
        if (exponent is < -4 or >= 6)
        {
            return scientific;
        }

        return value.ToString(exponent >= digits - 1 ? "0.0" : "0." + new string('0', digits - 1 - exponent), CultureInfo.InvariantCulture);
    }
}
