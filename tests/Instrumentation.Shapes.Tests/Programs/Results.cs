namespace Instrumentation.Shapes.Tests.Programs;

/// <summary>The kinds of results.</summary>
internal static class Results
{
    /// <summary>Tag of a yes or no.</summary>
    private const string Closed = "";

    private static readonly Result[] s_all =
    [
        new("void", "", ResultKind.Void, Feature.ReturnsVoid),
        new("int", "42", ResultKind.Value, Feature.ReturnsValue) { Tag = "MaxValues = 3" },
        .. Enumerable.Repeat(new Result("int", "7", ResultKind.Value, Feature.ReturnsValue) { Tag = "Values = [\"7\"]" }, 6),
        new("bool", "true", ResultKind.Value, Feature.ReturnsValue) { Tag = Closed },
        new("string?", "null", ResultKind.Value, Feature.ReturnsValue) { Tag = "Values = [\"a\"]" },
        new("Support.Color?", "Support.Color.Red", ResultKind.Value, Feature.ReturnsValue) { Tag = Closed },
        new("(int A, string? B)[]", "[(1, null)]", ResultKind.Value, Feature.ReturnsValue),
        new("dynamic", "5", ResultKind.Value, Feature.ReturnsDynamic),
        new("Func<int?>", "static () => 3", ResultKind.Value, Feature.ReturnsValue),
        new("ref int", "ref Support.Cells.Cell", ResultKind.Reference, Feature.RefReturn),
        new("ref readonly int", "ref Support.Cells.Cell", ResultKind.Reference, Feature.RefReturn),
        new("ReadOnlySpan<char>", "\"span\"", ResultKind.OnStack, Feature.SpanReturn),
        new("Support.Window", "new Support.Window(new int[1])", ResultKind.OnStack, Feature.RefStruct),
        new("int*", "(int*)16", ResultKind.Pointer, Feature.PointerReturn),
        new("Task", "Task.CompletedTask", ResultKind.Task, Feature.ReturnsTask),
        new("async Task", "", ResultKind.Task, Feature.ReturnsTask, Feature.Pending),
        new("Task<int>", "Task.FromResult(6)", ResultKind.TaskOfResult, Feature.ReturnsTaskOfResult) { Tag = "MaxValues = 3" },
        new("async Task<string?>", "\"later\"", ResultKind.TaskOfResult, Feature.ReturnsTaskOfResult, Feature.Pending) { Tag = "Values = [\"later\"]" },
        new("async Task<bool>", "false", ResultKind.TaskOfResult, Feature.ReturnsTaskOfResult, Feature.Pending) { Tag = Closed },
        new("async Task<dynamic>", "8", ResultKind.TaskOfResult, Feature.ReturnsTaskOfResult, Feature.ReturnsDynamic, Feature.Pending),
        new("Task<List<dynamic?>>", "Task.FromResult(new List<dynamic?>())", ResultKind.TaskOfResult, Feature.ReturnsTaskOfResult, Feature.ReturnsDynamic),
        new("ValueTask", "default", ResultKind.Task, Feature.ReturnsValueTask),
        new("async ValueTask", "", ResultKind.Task, Feature.ReturnsValueTask, Feature.Pending),
        new("ValueTask<int>", "new ValueTask<int>(9)", ResultKind.TaskOfResult, Feature.ReturnsValueTaskOfResult) { Tag = "MaxValues = 3" },
        new("async ValueTask<Support.Color>", "Support.Color.Red", ResultKind.TaskOfResult, Feature.ReturnsValueTaskOfResult, Feature.Pending) { Tag = Closed },
        new("IEnumerable<int>", "1", ResultKind.Sequence, Feature.Iterator),
        new("IEnumerable<dynamic>", "1", ResultKind.Sequence, Feature.Iterator, Feature.ReturnsDynamic),
        new("IAsyncEnumerable<int>", "1", ResultKind.AsyncSequence, Feature.AsyncIterator),
        new("IAsyncEnumerable<string?>", "null", ResultKind.AsyncSequence, Feature.AsyncIterator),
    ];

    /// <summary>Those of the type parameter itself.</summary>
    private static readonly Result[] s_generic =
    [
        new("{T}?", "default", ResultKind.Value, Feature.Generic),
        new("Task<{T}?>", "Task.FromResult<{T}?>(default)", ResultKind.TaskOfResult, Feature.Generic, Feature.ReturnsTaskOfResult),
        new("async ValueTask<{T}?[]>", "[]", ResultKind.TaskOfResult, Feature.Generic, Feature.ReturnsValueTaskOfResult, Feature.Pending),
        new("IEnumerable<{T}?>", "default", ResultKind.Sequence, Feature.Generic, Feature.Iterator),
        new("IAsyncEnumerable<{T}?>", "default", ResultKind.AsyncSequence, Feature.Generic, Feature.AsyncIterator),
    ];

    public static Result Make(Choices choices, string? generic) =>
        generic is not null && choices.Chance(40) ? choices.Of(s_generic) : choices.Of(s_all);
}
