namespace Instrumentation.Shapes.Tests.Programs;

/// <summary>What a random method returns.</summary>
/// <param name="Type">The return type; <c>{T}</c> is the method's type parameter.</param>
/// <param name="Value">The expression that is returned; empty for none.</param>
/// <param name="Kind">How it is used.</param>
/// <param name="Features">What it is an example of.</param>
internal sealed record Result(string Type, string Value, ResultKind Kind, params Feature[] Features)
{
    /// <summary>The tag that can stand on it, as the attribute's arguments; null where none can.</summary>
    public string? Tag { get; init; }

    /// <summary>Whether the method is async or an iterator, and so takes nothing by reference.</summary>
    public bool HasStateMachine => Kind is ResultKind.Sequence or ResultKind.AsyncSequence || Type.StartsWith("async ", StringComparison.Ordinal);

    public bool IsAwaited => Kind is ResultKind.Task or ResultKind.TaskOfResult or ResultKind.AsyncSequence;

    /// <summary>Whether a local of any kind can hold it.</summary>
    public bool IsPlain => Kind is ResultKind.Value;
}
