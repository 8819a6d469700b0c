namespace Instrumentation.Integration.Tests;

/// <summary>An observed class that nobody decorates.</summary>
public class ObservedPool(string name, double size)
{
    /// <summary>Which tag.</summary>
    public string Name => name;

    /// <summary>The value; fails where it is negative.</summary>
    [MetricGauge("observed_sum")]
    [MetricGauge("observed_min", Aggregate = GaugeAggregate.Min)]
    [MetricGauge("observed_max", Aggregate = GaugeAggregate.Max)]
    [MetricGauge("observed_average", Aggregate = GaugeAggregate.Average)]
    [MetricGauge("observed_last", Aggregate = GaugeAggregate.Last)]
    [Tag("pool", From = "Name", MaxValues = 100)]
    public virtual double Size => size < 0 ? throw new InvalidOperationException("no size") : size;

    /// <summary>A method, of another type.</summary>
    [MetricGauge("observed_age_seconds")]
    [Tag("pool", From = "Name", MaxValues = 100)]
    public TimeSpan? Age() => size > 100 ? null : TimeSpan.FromMinutes(size);
}

/// <summary>Observed through its base.</summary>
public sealed class LargerPool(string name, double size) : ObservedPool(name, size)
{
    /// <inheritdoc />
    public override double Size => base.Size * 10;
}

/// <summary>Static members.</summary>
public static class ObservedStatics
{
    /// <summary>A value.</summary>
    [MetricGauge("observed_static")]
    [Tag("on", From = "Value > 1")]
    public static int Value { get; set; } = 5;
}

/// <summary>Made by a container.</summary>
public interface IObservedService
{
    /// <summary>How often it was disposed.</summary>
    int Disposed { get; }

    /// <summary>A call.</summary>
    void Call();
}

/// <summary>Observed and not decorated.</summary>
[NotInstrumented]
public class ObservedService : IObservedService
{
    /// <inheritdoc />
    public int Disposed { get; protected set; }

    /// <summary>Always one.</summary>
    [MetricGauge("observed_services")]
    [Tag("kind", From = "Kind", MaxValues = 100)]
    public int One => 1;

    /// <summary>Which tag.</summary>
    public string Kind { get; set; } = "none";

    /// <inheritdoc />
    public void Call()
    {
    }
}

/// <summary>The same, disposed by the container.</summary>
[NotInstrumented]
public sealed class ObservedDisposable : ObservedService, IDisposable
{
    /// <inheritdoc />
    public void Dispose() => Disposed++;
}

/// <summary>Observed and decorated.</summary>
[Instrumented]
public sealed class ObservedDecorated : IObservedService
{
    /// <inheritdoc />
    public int Disposed => 0;

    /// <summary>Always one.</summary>
    [MetricGauge("observed_decorated")]
    public static int Made { get; set; } = 7;

    /// <summary>Always one.</summary>
    [MetricGauge("observed_decorated_instances")]
    public int One => 1;

    /// <inheritdoc />
    public void Call()
    {
    }
}
