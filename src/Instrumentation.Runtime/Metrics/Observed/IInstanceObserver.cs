namespace Instrumentation.Metrics.Observed;

/// <summary>Watches the instances of a class.</summary>
internal interface IInstanceObserver
{
    /// <summary>The class.</summary>
    Type Type { get; }

    /// <summary>Watches an instance, weakly.</summary>
    void Observe(object instance);

    /// <summary>Watches it no longer.</summary>
    void Forget(object instance);
}
