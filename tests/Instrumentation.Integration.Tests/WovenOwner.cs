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
    public partial int Both(int number);

    /// <inheritdoc />
    [Instrumented]
    public async partial Task BothAsync() => await Task.Yield();

    /// <inheritdoc />
    [Instrumented]
    public int Decorated() => 1;

    /// <inheritdoc />
    [Instrumented]
    public override async partial Task OverriddenAsync() => await Task.Yield();

    private int BothCore(int number) => number;
}
