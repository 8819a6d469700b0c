using System;
using Microsoft.CodeAnalysis;

namespace Instrumentation.Generator.Shared;

/// <summary>Why the values of a type have no limit that a metric could live with.</summary>
internal static class UnboundedReason
{
    /// <summary>Of an <see cref="int"/>.</summary>
    public const string OfInt = "an int has 2^32 values";

    public static string Of(ITypeSymbol type) => type.SpecialType switch
    {
        SpecialType.System_String => "a string has no limited set of values",
        SpecialType.System_Char => "a char has 65,536 values",
        SpecialType.System_Byte or SpecialType.System_SByte => $"{Article(type)} has 256 values",
        SpecialType.System_Int16 or SpecialType.System_UInt16 => $"{Article(type)} has 65,536 values",
        SpecialType.System_Int32 => OfInt,
        SpecialType.System_UInt32 => $"{Article(type)} has 2^32 values",
        SpecialType.System_Int64 or SpecialType.System_UInt64 or SpecialType.System_IntPtr or SpecialType.System_UIntPtr => $"{Article(type)} has 2^64 values",
        SpecialType.System_Single or SpecialType.System_Double or SpecialType.System_Decimal => "a floating-point number has practically no two equal values",
        SpecialType.System_DateTime => "a DateTime is different at each call",
        SpecialType.System_Object => "an object can hold any value",
        _ => OfOther(type),
    };

    private static string OfOther(ITypeSymbol type)
    {
        if (type is ITypeParameterSymbol)
        {
            return $"the type parameter {type.Name} can be any type";
        }

        for (var ancestor = type; ancestor is not null; ancestor = ancestor.BaseType)
        {
            if (string.Equals(ancestor.ToDisplayString(), "System.Exception", StringComparison.Ordinal))
            {
                return "an exception's text is different from failure to failure";
            }
        }

        return type.ToDisplayString() switch
        {
            "System.Guid" => "a Guid has 2^122 values",
            "System.DateTimeOffset" or "System.DateOnly" or "System.TimeOnly" => $"{Article(type)} moves on with the clock",
            "System.TimeSpan" => "a TimeSpan has 2^64 values",
            "System.Net.IPAddress" => "an IPAddress has up to 2^128 values",
            "System.Uri" => "a Uri has no limited set of values",
            "System.Diagnostics.ActivityTraceId" or "System.Diagnostics.ActivitySpanId" => $"{Article(type)} is different at each call",
            _ => $"the type {type.ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat)} is neither an enum nor a bool",
        };
    }

    private static string Article(ITypeSymbol type)
    {
        var name = type.ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat);
        return ("aeiouAEIO".IndexOf(name[0]) >= 0 ? "an " : "a ") + name;
    }
}
