using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;

namespace Instrumentation.Generator.Shared;

/// <summary>What an <c>[Instrumented]</c> on a type or an assembly covers.</summary>
internal sealed class CoveringAttribute
{
    private static readonly ConditionalWeakTable<ISymbol, CoveringAttribute> s_known = new();

    private readonly bool _exists;
    private readonly Regex? _types;
    private readonly Regex? _methods;
    private readonly int _access;

    private CoveringAttribute(ISymbol symbol)
    {
        var attribute = symbol.GetAttributes().FirstOrDefault(static data => data.Is(KnownNames.InstrumentedAttribute));
        _exists = attribute is not null;
        foreach (var argument in attribute?.NamedArguments ?? [])
        {
            switch (argument.Key)
            {
                case "Types":
                    _types = Pattern(argument.Value);
                    break;
                case "Methods":
                    _methods = Pattern(argument.Value);
                    break;
                case "Access" when argument.Value.Value is int access:
                    _access = access;
                    break;
            }
        }
    }

    /// <summary>Whether the assembly covers the type.</summary>
    public static bool OfAssembly(INamedTypeSymbol type) =>
        type.ContainingAssembly is { } assembly && Of(assembly) is { _exists: true } covering && IsOrdinary(type)
        && covering._types?.IsMatch(type.ToDisplayString()) != false;

    /// <summary>Whether the method's type or assembly covers it.</summary>
    public static bool Covers(IMethodSymbol method)
    {
        var type = method.ContainingType;
        var own = Of(type);
        return own._exists ? own.Takes(method) : OfAssembly(type) && Of(type.ContainingAssembly).Takes(method);
    }

    private static CoveringAttribute Of(ISymbol symbol) => s_known.GetValue(symbol, static key => new CoveringAttribute(key));

    // An attribute on many means what people wrote to be called: not what every object has, nor its end, nor what a tool wrote.
    private bool Takes(IMethodSymbol method) =>
        method.MethodKind == MethodKind.Ordinary
        && ExtensionBlocks.IsWritten(method)
        && IsOpenEnough(method.DeclaredAccessibility)
        && method is not ({ Name: "Dispose" or "DisposeAsync", Parameters.Length: 0 } or { IsStatic: false, IsOverride: true, Name: "ToString" or "Equals" or "GetHashCode" })
        && !IsWrittenByATool(method)
        && _methods?.IsMatch(method.Name) != false;

    private bool IsOpenEnough(Accessibility accessibility) => _access switch
    {
        0 => accessibility == Accessibility.Public,
        1 => accessibility is Accessibility.Public or Accessibility.Internal or Accessibility.ProtectedOrInternal,
        _ => true,
    };

    private static bool IsOrdinary(INamedTypeSymbol type)
    {
        for (var current = type; current is not null; current = current.ContainingType)
        {
            if (current.IsImplicitlyDeclared || IsWrittenByATool(current) || InstrumentedMembers.Has(current, KnownNames.NotInstrumentedAttribute))
            {
                return false;
            }
        }

        return type.TypeKind is TypeKind.Class or TypeKind.Struct && !IsAttribute(type);
    }

    private static bool IsAttribute(INamedTypeSymbol type) =>
        type.BaseType is { } parent && (parent.ToDisplayString() == "System.Attribute" || IsAttribute(parent));

    private static bool IsWrittenByATool(ISymbol symbol) =>
        symbol.GetAttributes().Any(static attribute => attribute.AttributeClass?.Name is "GeneratedCodeAttribute" or "CompilerGeneratedAttribute");

    private static Regex? Pattern(TypedConstant names)
    {
        if (names.Kind != TypedConstantKind.Array || names.IsNull)
        {
            return null;
        }

        var patterns = names.Values.Select(static name => name.Value as string).OfType<string>().Select(static name => Regex.Escape(name).Replace("\\*", ".*"));
        return new Regex($"^(?:{string.Join("|", patterns)})$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));
    }
}
