namespace Instrumentation.Integration.Tests;

/// <summary>An interface whose members are instrumented, as is one of their implementations.</summary>
public interface IOwned
{
    /// <summary>Instrumented here and in the class.</summary>
    [Instrumented]
    void Both(int number);

    /// <summary>Instrumented here alone, though an overload is not.</summary>
    [Instrumented]
    void Both(string text);

    /// <summary>Instrumented here alone.</summary>
    [Instrumented]
    void InterfaceOnly();
}

/// <summary>The implementation.</summary>
public sealed class Owned : IOwned
{
    /// <inheritdoc />
    [Instrumented]
#pragma warning disable INS1009 // Two owners are what is tested: one call is recorded once.
    public void Both(int number)
#pragma warning restore INS1009
    {
    }

    /// <inheritdoc />
    [NotInstrumented]
    public void Both(string text)
    {
    }

    /// <inheritdoc />
    [NotInstrumented]
    public void InterfaceOnly()
    {
    }
}

/// <summary>A class whose override is instrumented too.</summary>
public class OwnedBase
{
    /// <summary>Overridden.</summary>
    [Instrumented]
    public virtual int Virtual() => 1;

    /// <summary>Calls itself.</summary>
    [Instrumented]
    public int Down(int depth) => depth == 0 ? 0 : Down(depth - 1) + 1;
}

/// <summary>The override.</summary>
public sealed class OwnedDerived : OwnedBase
{
    /// <inheritdoc />
    [Instrumented]
    public override int Virtual() => base.Virtual() + 1;
}
