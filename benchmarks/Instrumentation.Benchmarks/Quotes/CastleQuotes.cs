using System.Diagnostics;
using Castle.DynamicProxy;

namespace Instrumentation.Benchmarks.Quotes;

/// <summary>Timing with Castle DynamicProxy: an interface proxy with a target and one interceptor; a task is awaited by a wrapper.</summary>
internal sealed class CastleQuotes : IInterceptor
{
    public static IQuotes Around(IQuotes target) => new ProxyGenerator().CreateInterfaceProxyWithTarget(target, new CastleQuotes());

    public void Intercept(IInvocation invocation)
    {
        var start = Stopwatch.GetTimestamp();
        invocation.Proceed();
        invocation.ReturnValue = Timing.Finish(invocation.ReturnValue, start);
    }
}
