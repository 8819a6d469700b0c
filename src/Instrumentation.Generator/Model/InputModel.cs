namespace Instrumentation.Generator.Model;

/// <summary>A parameter of the wrapper that an expression reads.</summary>
/// <param name="Type">Its type.</param>
/// <param name="Name">Its name.</param>
internal sealed record InputModel(string Type, string Name);
