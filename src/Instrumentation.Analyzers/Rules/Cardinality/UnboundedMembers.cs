using Instrumentation.Generator.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Instrumentation.Analyzers.Rules.Cardinality;

/// <summary>The members that give as many values as there are requests, users or failures, though their type does not tell.</summary>
internal static class UnboundedMembers
{
    private const string Http = "Microsoft.AspNetCore.Http";

    /// <summary>Whether a member, where it is used, is one.</summary>
    public static bool Are(ISymbol member, IOperation use) => member switch
    {
        IPropertySymbol { IsIndexer: true } property => OfIndexer(property, use),
        IPropertySymbol property => OfProperty(property, use),
        IMethodSymbol method => OfMethod(method.ReducedFrom ?? method, use),
        IParameterSymbol parameter => IsBound(parameter),
        _ => false,
    };

    /// <summary>Why, as half a sentence.</summary>
    public static string Reason(ISymbol member)
    {
        var name = member is IParameterSymbol ? $"'{member.Name}'" : member is IPropertySymbol { IsIndexer: true } ? $"'{member.ContainingType.Name}'" : $"'{member.ContainingType.Name}.{member.Name}'";
        return member.ContainingType switch
        {
            { } type when type.IsException() => "an exception's text is different from failure to failure",
            { Name: "Claim" or "IIdentity" or "ClaimsIdentity" or "ClaimsPrincipal" or "PrincipalExtensions" or "HubCallerContext" or "ISession" } => $"{name} is another for each user",
            { Name: "Activity" or "Stopwatch" or "HttpContext" or "ConnectionInfo" or "DateTime" or "DateTimeOffset" or "TimeSpan" } => $"{name} is different at each call",
            { Name: "Environment" } => $"{name} is different at each call",
            _ when member.Name == "GetHashCode" => "a hash code has 2^32 values",
            _ => $"{name} is whatever a client sends",
        };
    }

    private static bool OfProperty(IPropertySymbol property, IOperation use)
    {
        var type = property.ContainingType;
        return property.Name switch
        {
            "Message" or "StackTrace" => type.IsException() || (property.Name == "StackTrace" && type.Is("Environment", "System")),
            "Path" or "QueryString" or "Query" or "Headers" or "Cookies" or "Form" or "RawUrl" or "UserAgent" or "UserHostAddress" or "UserHostName" or "PathInfo" or "UrlReferrer" => IsRequest(type),
            "TraceIdentifier" => type.Is("HttpContext", Http),
            "Id" => type.Is("ISession", Http) || type.Is("ConnectionInfo", Http) || type.Is("Activity", "System.Diagnostics"),
            "RemotePort" => type.Is("ConnectionInfo", Http),
            "ParentId" or "RootId" or "TraceStateString" => type.Is("Activity", "System.Diagnostics"),
            "Name" => type.Is("IIdentity", "System.Security.Principal") || type.Is("ClaimsIdentity", "System.Security.Claims"),
            "Value" => type.Is("Claim", "System.Security.Claims") && !IsRole((use as IPropertyReferenceOperation)?.Instance),
            "AbsolutePath" or "AbsoluteUri" or "PathAndQuery" or "LocalPath" or "Query" or "Fragment" or "OriginalString" or "Segments" => type.Is("Uri", "System"),
            "ConnectionId" or "UserIdentifier" => type.Is("HubCallerContext", "Microsoft.AspNetCore.SignalR"),
            "Peer" or "RequestHeaders" => type.Is("ServerCallContext", "Grpc.Core"),
            "TickCount" or "TickCount64" => type.Is("Environment", "System"),
            "ElapsedMilliseconds" or "ElapsedTicks" => type.Is("Stopwatch", "System.Diagnostics"),
            "Ticks" => type.ContainingNamespace.Is("System"),
            _ => false,
        };
    }

    private static bool OfMethod(IMethodSymbol method, IOperation use)
    {
        var type = method.ContainingType;
        return method.Name switch
        {
            "GetDisplayUrl" or "GetEncodedUrl" or "GetEncodedPathAndQuery" => type.Is("UriHelper", "Microsoft.AspNetCore.Http.Extensions"),
            "FindFirstValue" => type.Is("PrincipalExtensions", "System.Security.Claims") && !IsRole(use),
            "GetRouteValue" => type.Is("RoutingHttpContextExtensions", "Microsoft.AspNetCore.Routing") && !NamesHandler(use),
            "GetTimestamp" => type.Is("Stopwatch", "System.Diagnostics"),
            "GetHashCode" => method.Parameters.IsEmpty || type.Name == "RuntimeHelpers",
            "GetComponents" or "GetLeftPart" => type.Is("Uri", "System"),
            "ToUnixTimeSeconds" or "ToUnixTimeMilliseconds" or "ToFileTime" or "ToFileTimeUtc" or "ToBinary" => type.ContainingNamespace.Is("System"),
            _ => false,
        };
    }

    private static bool OfIndexer(IPropertySymbol indexer, IOperation use) =>
        indexer.ContainingType.Is("RouteValueDictionary", "Microsoft.AspNetCore.Routing") && !NamesHandler(use);

    // `[FromHeader] string agent`: a text of the request, as it was sent.
    private static bool IsBound(IParameterSymbol parameter) =>
        UnboundedValues.IsText(parameter.Type) && parameter.GetAttributes().Any(static attribute =>
            attribute.AttributeClass is { Name: "FromHeaderAttribute" or "FromQueryAttribute" or "FromFormAttribute" or "FromRouteAttribute" } type && type.ContainingNamespace.Is("Microsoft.AspNetCore.Mvc"));

    private static bool IsRequest(INamedTypeSymbol type) =>
        type.Is("HttpRequest", Http) || type.Is("HttpListenerRequest", "System.Net") || type.Is("HttpRequestMessage", "System.Net.Http")
        || (type.Name is "HttpRequest" or "HttpRequestBase" && type.ContainingNamespace.Is("System.Web"));

    // Roles are few.
    private static bool IsRole(IOperation? claim) => Arguments(claim).Any(static argument =>
        argument is { ConstantValue: { HasValue: true, Value: string name } } && name.EndsWith("role", StringComparison.OrdinalIgnoreCase));

    // Which handler a route leads to is one of those that are written.
    private static bool NamesHandler(IOperation use) => Arguments(use).Any(static argument =>
        argument is { ConstantValue: { HasValue: true, Value: string name } } && name.ToLowerInvariant() is "controller" or "action" or "area" or "page" or "handler");

    private static IEnumerable<IOperation> Arguments(IOperation? use) => use switch
    {
        IInvocationOperation call => call.Arguments.Select(static argument => argument.Value),
        IPropertyReferenceOperation property => property.Arguments.Select(static argument => argument.Value),
        IConditionalAccessInstanceOperation inner => Arguments(ValueFlow.Accessed(inner)),
        _ => [],
    };
}
