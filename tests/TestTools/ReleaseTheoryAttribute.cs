namespace Instrumentation.TestTools;

/// <summary>As <see cref="ReleaseFactAttribute"/>, for a test of several cases.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class ReleaseTheoryAttribute : TheoryAttribute
{
#if DEBUG
    public ReleaseTheoryAttribute() => Skip = "Allocations are those of the optimised build: dotnet test -c Release";
#endif
}
