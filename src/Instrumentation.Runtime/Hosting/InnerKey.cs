namespace Instrumentation.Hosting;

/// <summary>The hidden key under which the container still makes a class itself, with its own choice of constructor.</summary>
/// <param name="Key">The key of the registration that stands in front.</param>
/// <param name="Position">Where that registration is.</param>
internal sealed record InnerKey(object? Key, int Position);
