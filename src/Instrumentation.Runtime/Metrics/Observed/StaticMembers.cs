namespace Instrumentation.Metrics.Observed;

/// <summary>Stands for the object that static members do not have; lives for ever.</summary>
internal sealed class StaticMembers
{
    public static readonly StaticMembers Instance = new();
}
