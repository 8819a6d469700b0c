namespace Instrumentation.AspNetCore.Http;

/// <summary>What is kept of a request's beginning until its end.</summary>
/// <param name="Series">Index of its method and route.</param>
/// <param name="Method">The method.</param>
/// <param name="Route">The route.</param>
internal readonly record struct StartedRequest(long Series, string Method, string Route)
{
    /// <summary>Whether it still has that method and route: as objects, because it nearly always has and texts would have to be compared.</summary>
    public bool Is(string method, string route) => ReferenceEquals(Method, method) && ReferenceEquals(Route, route);
}
