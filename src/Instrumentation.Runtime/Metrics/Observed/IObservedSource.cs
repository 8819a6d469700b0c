using Instrumentation.Metrics.Cells;

namespace Instrumentation.Metrics.Observed;

/// <summary>Gives the values of one declaration of an observed gauge.</summary>
internal interface IObservedSource
{
    /// <summary>Reads every live object and adds its value to those with the same tags.</summary>
    void Read(Dictionary<GaugeCell, ObservedValues> values);
}
