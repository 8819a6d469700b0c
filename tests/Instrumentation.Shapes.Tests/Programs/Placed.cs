namespace Instrumentation.Shapes.Tests.Programs;

/// <summary>A random method in its type.</summary>
/// <param name="Types">The types; <c>{BODY}</c> is where the calling method stands.</param>
/// <param name="Receiver">What it is called on, with its dot.</param>
/// <param name="Features">What it is an example of.</param>
internal sealed record Placed(string Types, string Receiver, params Feature[] Features)
{
    /// <summary>The types as they are without the generator, where a method has a half that it writes; otherwise null.</summary>
    public string? PlainTypes { get; init; }

    /// <summary>Whether the method records each call itself, also one that nothing in front of it could measure.</summary>
    public bool RecordsItself { get; init; }

    /// <summary>Statements that make the receiver.</summary>
    public string Setup { get; init; } = string.Empty;

    /// <summary>Whether the receiver is a reference of a type that can be null.</summary>
    public bool CanBeNull { get; init; } = true;

    /// <summary>The receiver as an argument; empty unless an extension method is called by its class.</summary>
    public string Extension { get; init; } = string.Empty;

    /// <summary>More that is seen after the call.</summary>
    public string After { get; init; } = string.Empty;

    /// <summary>
    /// Whether the call ends when it returns although a sequence is returned: nobody can see whether a body that stands elsewhere yields.
    /// </summary>
    public bool EndsWhenReturned { get; init; }

    /// <summary>Whether a call is measured.</summary>
    public bool IsMeasured { get; init; } = true;
}
