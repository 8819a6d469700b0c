namespace Instrumentation.Shapes.Tests.Programs;

/// <summary>How a caller uses what a method returns.</summary>
internal enum ResultKind
{
    Void,
    Value,
    Reference,
    OnStack,
    Pointer,
    Task,
    TaskOfResult,
    Sequence,
    AsyncSequence,
}
