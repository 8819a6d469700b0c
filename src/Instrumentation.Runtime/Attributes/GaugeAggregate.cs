namespace Instrumentation;

/// <summary>What an observed gauge shows where several live objects have the same tags.</summary>
public enum GaugeAggregate
{
    /// <summary>The sum of their values.</summary>
    Sum = 0,

    /// <summary>The smallest of their values.</summary>
    Min = 1,

    /// <summary>The largest of their values.</summary>
    Max = 2,

    /// <summary>The mean of their values.</summary>
    Average = 3,

    /// <summary>The value of the object that was registered last.</summary>
    Last = 4,
}
