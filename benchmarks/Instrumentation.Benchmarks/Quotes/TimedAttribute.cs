using System.Diagnostics;
using AspectInjector.Broker;

namespace Instrumentation.Benchmarks.Quotes;

/// <summary>Timing as an around advice of AspectInjector, woven into the methods after compilation; a task is awaited by a wrapper.</summary>
[Aspect(Scope.Global)]
[Injection(typeof(TimedAttribute))]
[AttributeUsage(AttributeTargets.Method)]
public sealed class TimedAttribute : Attribute
{
    [Advice(Kind.Around, Targets = Target.Method)]
    public object? Around([Argument(Source.Target)] Func<object[], object> target, [Argument(Source.Arguments)] object[] arguments)
    {
        ArgumentNullException.ThrowIfNull(target);
        var start = Stopwatch.GetTimestamp();
        return Timing.Finish(target(arguments), start);
    }
}
