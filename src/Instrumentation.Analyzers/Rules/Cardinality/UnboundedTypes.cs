using Instrumentation.Generator.Shared;
using Microsoft.CodeAnalysis;

namespace Instrumentation.Analyzers.Rules.Cardinality;

/// <summary>The types of which practically every value is another.</summary>
internal static class UnboundedTypes
{
    /// <summary>Whether values of the type are as many as calls, clients or moments.</summary>
    public static bool Contain(ITypeSymbol type) => type.SpecialType switch
    {
        SpecialType.System_Single or SpecialType.System_Double or SpecialType.System_Decimal or SpecialType.System_DateTime => true,
        SpecialType.None => ByName(type),
        _ => false,
    };

    /// <summary>Whether values of the type tell one thing or moment from all others, so that also a field that is set once has as many as there are objects.</summary>
    public static bool AreIdentities(ITypeSymbol type) =>
        type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable ? AreIdentities(nullable.TypeArguments[0])
        : !(type.SpecialType is SpecialType.System_Single or SpecialType.System_Double or SpecialType.System_Decimal || type.Name is "TimeSpan" or "Uri" or "Half" or "Duration");

    private static bool ByName(ITypeSymbol type) => type.Name switch
    {
        "Guid" or "DateTimeOffset" or "DateOnly" or "TimeOnly" or "TimeSpan" or "Uri" or "Half" => type.ContainingNamespace.Is("System"),
        "IPAddress" or "IPEndPoint" or "EndPoint" => type.ContainingNamespace.Is("System.Net"),
        "ActivityTraceId" or "ActivitySpanId" or "ActivityContext" => type.ContainingNamespace.Is("System.Diagnostics"),
        "BigInteger" => type.ContainingNamespace.Is("System.Numerics"),
        "PhysicalAddress" => type.ContainingNamespace.Is("System.Net.NetworkInformation"),
        "PathString" or "QueryString" or "IHeaderDictionary" or "IQueryCollection" or "IRequestCookieCollection" or "IFormCollection" => type.ContainingNamespace.Is("Microsoft.AspNetCore.Http"),
        "HttpRequestHeaders" => type.ContainingNamespace.Is("System.Net.Http.Headers"),
        "Ulid" or "ObjectId" => type.TypeKind == TypeKind.Struct,
        "Instant" or "LocalDateTime" or "LocalDate" or "LocalTime" or "ZonedDateTime" or "OffsetDateTime" or "Duration" => type.ContainingNamespace.Is("NodaTime"),
        _ => false,
    };
}
