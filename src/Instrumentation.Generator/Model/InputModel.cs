namespace Instrumentation.Generator.Model;

/// <summary>A parameter of the wrapper that an expression reads.</summary>
/// <param name="Type">Its type.</param>
/// <param name="Name">Its name.</param>
/// <param name="Modifier"><c>"ref "</c> or <c>"in "</c> where it is passed on by reference.</param>
internal sealed record InputModel(string Type, string Name, string Modifier);
