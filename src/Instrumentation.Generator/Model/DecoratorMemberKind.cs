namespace Instrumentation.Generator.Model;

/// <summary>What a member of a decorator is.</summary>
internal enum DecoratorMemberKind
{
    Method,
    Property,
    Event,
    Dispose,
    DisposeAsync,
}
