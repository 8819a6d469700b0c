namespace Instrumentation.TestTools;

/// <summary>A test of the optimised build: allocations are asserted exactly, and the debug build boxes and keeps what the optimised one does not.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class ReleaseFactAttribute : FactAttribute
{
#if DEBUG
    public ReleaseFactAttribute() => Skip = "Allocations are those of the optimised build: dotnet test -c Release";
#endif
}
