using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Instrumentation.Analyzers.Rules.Hygiene;

/// <summary>A call that makes an instrument: <c>meter.CreateCounter&lt;long&gt;("requests")</c>, <c>Metrics.CreateGauge("x", "help")</c>.</summary>
/// <param name="Call">The call.</param>
/// <param name="Kind">The method's name without <c>Create</c>: <c>Counter</c>, <c>ObservableGauge</c>.</param>
/// <param name="IsOfPrometheus">Whether prometheus-net makes it, whose names are shown as they are.</param>
internal sealed record InstrumentCreation(IInvocationOperation Call, string Kind, bool IsOfPrometheus)
{
    /// <summary>The name; null where it is no constant.</summary>
    public string? Name => Constants.Text(Argument("name"));

    public string? Unit => Constants.Text(Argument("unit"));

    public bool IsObservable => Kind.StartsWith("Observable", StringComparison.Ordinal);

    /// <summary>What it shows as, in the words of declarations.</summary>
    public string Family => Kind switch
    {
        "Counter" or "ObservableCounter" => "counter",
        "UpDownCounter" or "ObservableUpDownCounter" => "up-down counter",
        "Gauge" or "ObservableGauge" => "gauge",
        "Histogram" => "histogram",
        _ => "summary",
    };

    public static InstrumentCreation? Of(IInvocationOperation call)
    {
        var method = call.TargetMethod;
        var kind = method.Name switch
        {
            "CreateCounter" => "Counter",
            "CreateGauge" => "Gauge",
            "CreateHistogram" => "Histogram",
            "CreateSummary" => "Summary",
            "CreateUpDownCounter" => "UpDownCounter",
            "CreateObservableCounter" => "ObservableCounter",
            "CreateObservableUpDownCounter" => "ObservableUpDownCounter",
            "CreateObservableGauge" => "ObservableGauge",
            _ => null,
        };
        return kind is null || method.ContainingType is not { } type ? null
            : type.Name == "Meter" && kind != "Summary" && Instruments.IsOfMeter(type) ? new InstrumentCreation(call, kind, IsOfPrometheus: false)
            : type.Name is "Metrics" or "IMetricFactory" or "MetricFactory" && kind is "Counter" or "Gauge" or "Histogram" or "Summary" && Instruments.IsOfPrometheus(type) ? new InstrumentCreation(call, kind, IsOfPrometheus: true)
            : null;
    }

    /// <summary>The value of a written argument; null where it was left out.</summary>
    public IOperation? Argument(string parameter) =>
        Call.Arguments.FirstOrDefault(argument => argument.Parameter?.Name == parameter && argument.ArgumentKind != ArgumentKind.DefaultValue)?.Value;

    /// <summary>The place to speak of the name.</summary>
    public Location NamePlace => Argument("name")?.Syntax.GetLocation() ?? Call.Syntax.GetLocation();
}
