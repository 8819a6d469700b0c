using System.Diagnostics;
using System.Reflection;

namespace Instrumentation.Benchmarks.Quotes;

/// <summary>
/// Timing with the framework's <see cref="DispatchProxy"/>, as it is usually written: the target is invoked by reflection, a task is awaited by
/// a wrapper. The types of the tasks are known here; a general proxy has to find them by reflection too.
/// </summary>
public class DispatchProxyQuotes : DispatchProxy
{
    private IQuotes _target = null!;

    public static IQuotes Around(IQuotes target)
    {
        var proxy = Create<IQuotes, DispatchProxyQuotes>();
        ((DispatchProxyQuotes)proxy)._target = target;
        return proxy;
    }

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
    {
        var start = Stopwatch.GetTimestamp();
        return Timing.Finish(targetMethod!.Invoke(_target, args), start);
    }
}
