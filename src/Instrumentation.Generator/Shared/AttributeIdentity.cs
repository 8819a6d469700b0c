using Microsoft.CodeAnalysis;

namespace Instrumentation.Generator.Shared;

/// <summary>Compares attributes by name: the compiler components do not load the runtime's types.</summary>
internal static class AttributeIdentity
{
    /// <summary>Whether the attribute is the one of that full name.</summary>
    public static bool Is(this AttributeData attribute, string fullName) =>
        attribute.AttributeClass is { } type
        && fullName.EndsWith(type.Name, StringComparison.Ordinal) // Spares most of them the text.
        && type.ToDisplayString() == fullName;
}
