namespace System.Diagnostics.CodeAnalysis;

/// <summary>netstandard2.0 lacks the attribute; the compiler only looks for its name.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
internal sealed class NotNullWhenAttribute(bool returnValue) : Attribute
{
    public bool ReturnValue { get; } = returnValue;
}
