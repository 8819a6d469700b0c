namespace Instrumentation.Generator.Model;

/// <summary>How a method's failures are logged.</summary>
/// <param name="Category">The logger's category: full name of the type.</param>
/// <param name="Type">Name of the type.</param>
/// <param name="Method">Name of the method.</param>
internal sealed record LogTarget(string Category, string Type, string Method);
