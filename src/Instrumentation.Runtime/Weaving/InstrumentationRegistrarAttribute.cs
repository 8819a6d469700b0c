namespace Instrumentation.Weaving;

/// <summary>Names an assembly's generated registrar, so that the executable's generated code can call it without a scan.</summary>
[AttributeUsage(AttributeTargets.Assembly)]
public sealed class InstrumentationRegistrarAttribute : Attribute
{
    /// <summary>Names the registrar.</summary>
    /// <param name="registrar">A static class with a parameterless <c>Register</c>.</param>
    public InstrumentationRegistrarAttribute(Type registrar) => Registrar = registrar;

    /// <summary>The registrar.</summary>
    public Type Registrar { get; }

    /// <summary>Names of the methods that other assemblies may call through wrappers, so that they look at no other calls.</summary>
    public string[] Calls { get; set; } = [];

    /// <summary>The metrics that the assembly declares, a line each, so that rules can compare those of other assemblies with them.</summary>
    public string[] Metrics { get; set; } = [];
}
