using Instrumentation.Generator.Shared;
using Microsoft.CodeAnalysis;

namespace Instrumentation.Generator.Parsing;

/// <summary>What a method asks the trimmer to keep of the types it is given: without it on all that stands between, what a caller names would be trimmed away.</summary>
internal static class TrimmingContract
{
    private const string Attribute = "System.Diagnostics.CodeAnalysis.DynamicallyAccessedMembersAttribute";

    /// <summary>The attribute as a parameter or type parameter has it, with a trailing blank; empty where it has none.</summary>
    public static string Of(ISymbol symbol) => Text(symbol.First(Attribute), string.Empty);

    /// <summary>The same for what a method returns.</summary>
    public static string? OfReturn(IMethodSymbol method) =>
        method.GetReturnTypeAttributes().FirstOrDefault(static attribute => attribute.Is(Attribute)) is { } found ? Text(found, "return: ").TrimEnd() : null;

    private static string Text(AttributeData? attribute, string target) =>
        attribute?.ConstructorArguments.FirstOrDefault().Value is int members
            ? $"[{target}global::{Attribute}((global::System.Diagnostics.CodeAnalysis.DynamicallyAccessedMemberTypes)({members}))] "
            : string.Empty;
}
