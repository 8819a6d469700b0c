namespace Instrumentation.Generator.Model;

/// <summary>How a method gives its result, which decides when its call ends.</summary>
internal enum ReturnKind
{
    Void,
    Value,
    Task,
    TaskOfResult,
    ValueTask,
    ValueTaskOfResult,
    Sequence,
    AsyncSequence,
}
