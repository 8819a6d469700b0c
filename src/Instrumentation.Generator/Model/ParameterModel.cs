namespace Instrumentation.Generator.Model;

/// <summary>A parameter as it is declared again.</summary>
/// <param name="Declaration">Modifiers, type and name: <c>scoped ref global::N.S value</c>.</param>
/// <param name="Argument">How it is passed on: <c>ref value</c>.</param>
/// <param name="Type">The type alone.</param>
/// <param name="Name">The name, with <c>@</c> where it is a keyword.</param>
/// <param name="Contract">What it asks of the trimmer, as an attribute with a trailing blank; or empty.</param>
internal sealed record ParameterModel(string Declaration, string Argument, string Type, string Name, string Contract)
{
    /// <summary>The parameter of another method that passes it on. Another part of the same method must not repeat the contract.</summary>
    public string Repeated => Contract + Declaration;
}
