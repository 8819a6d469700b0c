#pragma warning disable INS1009 // Two owners are what is tested: one call is recorded once.

namespace Instrumentation.Integration.Tests;

/// <summary>An interface whose members are instrumented, as are their implementations.</summary>
public interface IOwning
{
    /// <summary>Woven at its definition in the class.</summary>
    [Instrumented]
    int Both(int number);

    /// <summary>Woven in place in the class.</summary>
    [Instrumented]
    Task BothAsync();

    /// <summary>Woven at its definition, over a body in place.</summary>
    [Instrumented]
    Task OverAsync(bool flag);

    /// <summary>Woven in place in the class alone, with a tag that callers hand over.</summary>
    Task TaggedAsync(bool flag);

    /// <summary>Behind the class's decorator.</summary>
    int Decorated();
}

/// <summary>Its methods are measured where they are called.</summary>
public class WovenOwnerBase
{
    /// <summary>Overridden by a woven one.</summary>
    [Instrumented]
    public virtual Task OverriddenAsync() => Task.CompletedTask;

    /// <summary>Not overridden.</summary>
    [Instrumented]
    public virtual int Virtual() => 1;
}

/// <summary>Its methods record their calls themselves, but for one.</summary>
public partial class WovenOwner : WovenOwnerBase, IOwning
{
    /// <inheritdoc />
    [Instrumented]
    public virtual partial int Both(int number);

    /// <inheritdoc />
    [Instrumented]
    public virtual async partial Task BothAsync() => await Task.Yield();

    /// <inheritdoc />
    [Instrumented]
    public int Decorated() => 1;

    /// <inheritdoc />
    [Instrumented]
    public override async partial Task OverriddenAsync() => await Task.Yield();

    /// <inheritdoc />
    [Instrumented("woven_owner_over_seconds")]
    public partial Task OverAsync([Tag] bool flag);

    /// <inheritdoc />
    [Instrumented("woven_owner_tagged_seconds")]
    public async partial Task TaggedAsync([Tag] bool flag) => await Task.Yield();

    private async partial Task OverAsyncCore(bool flag) => await Task.Yield();

    private int BothCore(int number) => number;
}

/// <summary>Calls the base from its overrides, which have no attribute.</summary>
public sealed class WovenOwnerDerived : WovenOwner
{
    /// <inheritdoc />
    public override int Both(int number) => base.Both(number) + 1;

    /// <inheritdoc />
    public override async Task BothAsync()
    {
        await base.BothAsync();
        await Task.Yield();
    }
}
