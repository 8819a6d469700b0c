namespace Instrumentation.Exposition;

/// <summary>The text formats that Prometheus servers read.</summary>
public enum ExpositionFormat
{
    /// <summary>Prometheus text 0.0.4 (https://prometheus.io/docs/instrumenting/exposition_formats/).</summary>
    PrometheusText,

    /// <summary>OpenMetrics 1.0 (https://prometheus.io/docs/specs/om/open_metrics_spec/): also units, the time when a series began, and exemplars.</summary>
    OpenMetrics,
}
