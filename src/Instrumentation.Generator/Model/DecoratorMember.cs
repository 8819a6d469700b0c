namespace Instrumentation.Generator.Model;

/// <summary>A member of a decorator, as text: it forwards, or goes through a wrapper.</summary>
/// <param name="Declaration">Everything before the body: <c>int global::N.IStore.Count</c>.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Get">The expression of a method or a getter; null where there is none.</param>
/// <param name="Set">The statement of a setter; null where there is none.</param>
internal sealed record DecoratorMember(string Declaration, DecoratorMemberKind Kind, string? Get, string? Set);
