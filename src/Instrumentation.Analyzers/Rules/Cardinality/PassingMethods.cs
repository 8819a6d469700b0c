using Instrumentation.Generator.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Instrumentation.Analyzers.Rules.Cardinality;

/// <summary>Methods that hand on what they are given in another form: what is many before is many after them.</summary>
internal static class PassingMethods
{
    // A prefix of so few letters is a bucket.
    private const int ShortPrefix = 2;

    /// <summary>Whether the result is as many as what is passed.</summary>
    public static bool Pass(IInvocationOperation call)
    {
        var method = call.TargetMethod;
        var type = method.ContainingType;
        return method.Name switch
        {
            "ToString" => !IsClosedDate(call),
            "GetType" => false,
            _ when call is { Type.SpecialType: SpecialType.System_String, Instance.Type: { } from } && UnboundedTypes.Contain(from) => true,
            _ when type.SpecialType == SpecialType.System_String => IsText(call.Type) && !IsShortPrefix(call),
            "EscapeDataString" or "UnescapeDataString" or "EscapeUriString" => type.Is("Uri", "System"),
            "UrlEncode" or "UrlDecode" or "HtmlEncode" or "HtmlDecode" => type.Name is "WebUtility" or "HttpUtility",
            "ToBase64String" or "ToHexString" or "ToHexStringLower" => type.Is("Convert", "System"),
            "First" or "FirstOrDefault" or "Last" or "LastOrDefault" or "Single" or "SingleOrDefault" or "ElementAt" or "ElementAtOrDefault" or "ToArray" or "ToList" => type.Is("Enumerable", "System.Linq"),
            "AsSpan" or "AsMemory" or "Trim" or "TrimStart" or "TrimEnd" => type.Is("MemoryExtensions", "System"),
            _ when type.ContainingNamespace.Is("Microsoft.AspNetCore.Http") || type.ContainingNamespace.Is("Microsoft.Extensions.Primitives")
                || type.ContainingNamespace.Is("System.Collections.Specialized") || type.Name is "HttpRequestHeaders" or "HttpHeaders" => IsText(call.Type),
            _ => false,
        };
    }

    /// <summary>What is passed: the object and the arguments.</summary>
    public static IEnumerable<IOperation?> Passed(IInvocationOperation call)
    {
        if (call.Instance is { } instance)
        {
            yield return instance;

            // Of an object it is the object that counts, not how it is asked; of a text also what is put into it.
            if (instance.Type is not { SpecialType: SpecialType.System_String })
            {
                yield break;
            }
        }

        foreach (var argument in call.Arguments)
        {
            if (argument.Value.Type is not { Name: "IFormatProvider" or "CultureInfo" })
            {
                yield return argument.Value;
            }
        }
    }

    private static bool IsText(ITypeSymbol? type) => UnboundedValues.IsText(type);

    private static bool IsClosedDate(IInvocationOperation call) =>
        call.Arguments.FirstOrDefault()?.Value is { ConstantValue: { HasValue: true, Value: string format } } && DateFormats.IsClosed(call.Instance?.Type, format);

    private static bool IsShortPrefix(IInvocationOperation call) =>
        call.TargetMethod.Name == "Substring" && call.Arguments.Length == 2 && call.Arguments[1].Value is { ConstantValue: { HasValue: true, Value: <= ShortPrefix } };
}
