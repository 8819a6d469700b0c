using Microsoft.CodeAnalysis;

namespace Instrumentation.Generator.Shared;

/// <summary>Symbols as text: for code, independent of usings, and for sentences, short.</summary>
internal static class SymbolText
{
    private static readonly SymbolDisplayFormat s_code = SymbolDisplayFormat.FullyQualifiedFormat
        .AddMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    /// <summary>A type as it is written in any file: <c>global::N.Outer.Inner&lt;global::N.T&gt;?</c>.</summary>
    public static string Code(ITypeSymbol type) => type.ToDisplayString(s_code);

    /// <summary>A type where <c>?</c> may not stand: left of a dot, in <c>typeof</c> and <c>is</c>.</summary>
    public static string BareCode(ITypeSymbol type) => type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat);

    /// <summary>A symbol as a reader knows it.</summary>
    public static string Short(ISymbol? symbol) => symbol?.ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat) ?? "?";
}
