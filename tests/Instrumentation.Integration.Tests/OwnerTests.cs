using Instrumentation.Integration.Tests.Infrastructure;
using Microsoft.Extensions.DependencyInjection;

namespace Instrumentation.Integration.Tests;

/// <summary>A call is recorded exactly once, whatever stands in front of the method.</summary>
public sealed class OwnerTests
{
    [Fact]
    public void InterfaceAndClassInstrumented_ThroughTheContainer_IsRecordedByTheDecoratorOnly()
    {
        using var provider = new ServiceCollection().AddSingleton<IOwned, Owned>().AddInstrumentation().BuildServiceProvider();
        var owned = provider.GetRequiredService<IOwned>();
        using var spans = new SpanRecorder();
        owned.Both(1);
        Assert.Equal(["Owned.Both"], spans.Stopped.Select(static span => span.OperationName));
    }

    [Fact]
    public void InterfaceAndClassInstrumented_WithoutAContainer_IsRecordedByTheCallSiteOnly()
    {
        IOwned owned = new Owned();
        using var spans = new SpanRecorder();
        owned.Both(1);
        Assert.Equal(["IOwned.Both"], spans.Stopped.Select(static span => span.OperationName));
    }

    [Fact]
    public void InterfaceInstrumentedAlone_ThroughTheContainer_IsRecordedByTheCallSite()
    {
        using var provider = new ServiceCollection().AddSingleton<IOwned, Owned>().AddInstrumentation().BuildServiceProvider();
        var owned = provider.GetRequiredService<IOwned>();
        using var spans = new SpanRecorder();
        owned.Both("overload");
        owned.InterfaceOnly();
        Assert.Equal(["IOwned.Both", "IOwned.InterfaceOnly"], spans.Stopped.Select(static span => span.OperationName));
    }

    [Fact]
    public void VirtualAndOverrideInstrumented_IsRecordedOnce()
    {
        using var spans = new SpanRecorder();
        OwnedBase derived = new OwnedDerived();
        Assert.Equal(2, derived.Virtual());
        Assert.Equal(["OwnedBase.Virtual"], spans.Stopped.Select(static span => span.OperationName));
    }

    [Fact]
    public void Recursion_IsOneCallPerCall()
    {
        using var spans = new SpanRecorder();
        Assert.Equal(3, new OwnedBase().Down(3));
        Assert.Equal(4, spans.Stopped.Count);
    }
}
