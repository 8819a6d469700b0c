using System;
using Microsoft.CodeAnalysis;

namespace Instrumentation.Generator.Shared;

/// <summary>Compares attributes by name: the compiler components do not load the runtime's types.</summary>
internal static class AttributeIdentity
{
    /// <summary>Whether the attribute is the one of that full name.</summary>
    public static bool Is(this AttributeData attribute, string fullName) =>
        attribute.AttributeClass is { ContainingType: null, Arity: 0, Name: var name } type
        && fullName.Length > name.Length
        && fullName[fullName.Length - name.Length - 1] == '.'
        && fullName.EndsWith(name, StringComparison.Ordinal)
        && type.ContainingNamespace.Is(fullName, fullName.Length - name.Length - 1);
}
