using System.ComponentModel;

namespace Instrumentation.Weaving;

/// <summary>Marks a method that records its calls itself, so that other assemblies leave them alone; generated.</summary>
/// <param name="weave"><c>definition</c> or <c>in place</c>.</param>
[AttributeUsage(AttributeTargets.Method, Inherited = false)]
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class WovenAttribute(string weave) : Attribute
{
    /// <summary>Where: <c>definition</c> or <c>in place</c>.</summary>
    public string Weave { get; } = weave;
}
