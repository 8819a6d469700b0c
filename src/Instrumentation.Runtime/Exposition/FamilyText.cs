using System.Text;
using Instrumentation.Metrics;

namespace Instrumentation.Exposition;

/// <summary>The parts of a family's exposition that never change, encoded once.</summary>
internal sealed class FamilyText
{
    private const string Total = "_total";

    private readonly MetricFamily _family;
    private readonly byte[] _prometheusHeader;
    private readonly byte[] _openMetricsHeader;
    private readonly byte[][] _prometheusBounds;
    private readonly byte[][] _openMetricsBounds;

    public FamilyText(MetricFamily family)
    {
        _family = family;
        Name = Encoding.UTF8.GetBytes(family.Name);
        BaseName = Encoding.UTF8.GetBytes(BaseNameOf(family));
        _prometheusHeader = PrometheusHeader();
        _openMetricsHeader = OpenMetricsHeader(isUnknown: IsOddCounter);
        _prometheusBounds = Bounds(Numbers.Shortest);
        _openMetricsBounds = Bounds(Numbers.Canonical);
    }

    /// <summary>The name.</summary>
    public byte[] Name { get; }

    /// <summary>The name without <c>_total</c>, which is the family's in OpenMetrics.</summary>
    public byte[] BaseName { get; }

    /// <summary>
    /// A counter that OpenMetrics could not show as one, because its name lacks <c>_total</c>: it is shown as of unknown type there, under the same name.
    /// </summary>
    public bool IsOddCounter => _family.Kind == MetricKind.Counter && !_family.Name.EndsWith(Total, StringComparison.Ordinal);

    /// <summary>Whether another family has the counter's OpenMetrics name; then this one is of unknown type too.</summary>
    public bool IsBaseNameTaken { get; set; }

    /// <summary>Whether OpenMetrics shows it as a counter.</summary>
    public bool IsOpenMetricsCounter => _family.Kind == MetricKind.Counter && !IsOddCounter && !IsBaseNameTaken;

    /// <summary>The name that the family has in OpenMetrics: a counter's is without <c>_total</c>.</summary>
    public static string BaseNameOf(MetricFamily family) =>
        family.Kind == MetricKind.Counter && family.Name.EndsWith(Total, StringComparison.Ordinal) ? family.Name[..^Total.Length] : family.Name;

    public ReadOnlySpan<byte> Header(ExpositionFormat format) =>
        format == ExpositionFormat.PrometheusText ? _prometheusHeader : IsBaseNameTaken ? OpenMetricsHeader(isUnknown: true) : _openMetricsHeader;

    /// <summary>For each bucket its bound as a label, and what ends the labels: <c>le="0.5"} </c>.</summary>
    public byte[][] Bounds(ExpositionFormat format) => format == ExpositionFormat.PrometheusText ? _prometheusBounds : _openMetricsBounds;

    private byte[] PrometheusHeader()
    {
        var help = _family.Description.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);
        var type = _family.Kind switch
        {
            MetricKind.Counter => "counter",
            MetricKind.Histogram => "histogram",
            MetricKind.Summary => "summary",
            _ => "gauge",
        };
        return Encoding.UTF8.GetBytes($"# HELP {_family.Name} {help}\n# TYPE {_family.Name} {type}\n");
    }

    private byte[] OpenMetricsHeader(bool isUnknown)
    {
        var name = isUnknown ? _family.Name : BaseNameOf(_family);
        var type = _family.Kind switch
        {
            MetricKind.Counter => isUnknown ? "unknown" : "counter",
            MetricKind.Histogram => "histogram",
            MetricKind.Summary => "summary",
            _ => "gauge",
        };
        var text = new StringBuilder($"# TYPE {name} {type}\n");
        if (_family.Unit is { } unit && name.EndsWith("_" + unit, StringComparison.Ordinal))
        {
            text.Append($"# UNIT {name} {unit}\n");
        }

        text.Append($"# HELP {name} ");
        LabelEscaping.Append(text, _family.Description);
        return Encoding.UTF8.GetBytes(text.Append('\n').ToString());
    }

    private byte[][] Bounds(Func<double, string> number) =>
        _family.Kind == MetricKind.Histogram ? [.. _family.Bounds.Append(double.PositiveInfinity).Select(bound => Encoding.UTF8.GetBytes($"le=\"{number(bound)}\"}} "))] : [];
}
