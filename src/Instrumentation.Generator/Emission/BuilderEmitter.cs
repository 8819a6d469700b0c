using Instrumentation.Generator.Model;

namespace Instrumentation.Generator.Emission;

/// <summary>Writes the builder of an async method that is recorded in place: the framework's own, and the little that has to be known until the call ends.</summary>
internal static class BuilderEmitter
{
    private const string Services = "global::System.Runtime.CompilerServices";
    private const string Activity = "global::System.Diagnostics.Activity";

    public static string Name(MethodTarget method) => method.CallName + "Builder";

    // file struct AddAsync_CallBuilder<TResult> { _method; _start; _tags; _span; Create; Task; Start; StartWithSpan; AwaitOnCompleted; SetResult; SetException }
    public static void Write(SourceWriter writer, TypeTarget type, MethodTarget method, HalfTarget half)
    {
        var typeArguments = half.AwaitedType is null ? string.Empty : "<TResult>";
        var call = $"{type.Holder}.{method.CallName}";
        writer.Line($"/// <summary>Runs <c>{CSharpText.Xml(method.Display)}</c> and records each call while somebody listens.</summary>");
        GeneratedFile.TypeAttributes(writer);
        writer.Open($"file struct {Name(method)}{typeArguments}");
        writer.Line($"private {half.InnerBuilder}{typeArguments} _method;");
        writer.Line("private long _start;");
        if (HandOverEmitter.HasNumber(method))
        {
            writer.Line("private long _tags;");
        }

        if (method.SpanName is not null)
        {
            writer.Line($"private {Activity}? _span;");
        }

        if (method.InFlight is not null)
        {
            writer.Line("private bool _isInFlight;");
        }

        writer.Line();
        writer.Line($"public static {Name(method)}{typeArguments} Create() => new() {{ _method = {half.InnerBuilder}{typeArguments}.Create() }};");
        writer.Line();
        writer.Line($"public {half.TaskType}{typeArguments} Task => _method.Task;");
        writer.Line();
        Start(writer, method, call);
        writer.Line();
        writer.Line($"public void SetStateMachine({Services}.IAsyncStateMachine stateMachine) => _method.SetStateMachine(stateMachine);");
        Await(writer, "AwaitOnCompleted", "INotifyCompletion");
        Await(writer, "AwaitUnsafeOnCompleted", "ICriticalNotifyCompletion");
        writer.Line();
        End(writer, method, half, call);
        writer.Close();
    }

    private static void Start(SourceWriter writer, MethodTarget method, string call)
    {
        writer.Open($"public void Start<TStateMachine>(ref TStateMachine stateMachine) where TStateMachine : {Services}.IAsyncStateMachine");
        writer.Open($"if (!{call}.IsWanted)");
        writer.Line("_method.Start(ref stateMachine);");
        writer.Line("return;");
        writer.Close();
        writer.Line();
        HandOverEmitter.WriteTaking(writer, method, call);

        // The clock first: what telemetry costs is the call's.
        writer.Line("_start = global::System.Diagnostics.Stopwatch.GetTimestamp();");
        if (method.InFlight is not null)
        {
            writer.Line("_isInFlight = Recorded().Enter();");
        }

        if (method.SpanName is not null)
        {
            writer.Open($"if ({call}.HasListeners)");
            writer.Line($"StartWithSpan(ref stateMachine{string.Concat(HandOverEmitter.SpanArguments(method).Select(static argument => ", " + argument))});");
            writer.Line("return;");
            writer.Close();
            writer.Line();
        }

        writer.Line("_method.Start(ref stateMachine);");
        writer.Close();
        if (method.SpanName is not null)
        {
            writer.Line();
            StartWithSpan(writer, method);
        }
    }

    // Apart, so that a call whose span nobody wants has little code to run through, and nothing to copy.
    private static void StartWithSpan(SourceWriter writer, MethodTarget method)
    {
        var parameters = HandOverEmitter.SpanArguments(method).Select(static argument => $", object?[]? {argument}");
        writer.Line($"[{Services}.MethodImpl({Services}.MethodImplOptions.NoInlining)]");
        writer.Open($"private void StartWithSpan<TStateMachine>(ref TStateMachine stateMachine{string.Concat(parameters)}) where TStateMachine : {Services}.IAsyncStateMachine");
        writer.Line($"var scope = Recorded().StartSpan({string.Join(", ", HandOverEmitter.SpanArguments(method))});");
        writer.Line("_span = scope.Activity;");
        writer.Line("_method.Start(ref stateMachine);");
        writer.Line("scope.Detach();");
        writer.Close();
    }

    private static void Await(SourceWriter writer, string name, string contract)
    {
        writer.Line();
        writer.Line($"public void {name}<TAwaiter, TStateMachine>(ref TAwaiter awaiter, ref TStateMachine stateMachine)");
        writer.Indented($"where TAwaiter : {Services}.{contract}", $"where TStateMachine : {Services}.IAsyncStateMachine =>", $"_method.{name}(ref awaiter, ref stateMachine);");
    }

    // The call is recorded first: completing the task resumes the caller.
    private static void End(SourceWriter writer, MethodTarget method, HalfTarget half, string call)
    {
        writer.Open($"public void SetResult({(half.AwaitedType is null ? string.Empty : "TResult result")})");
        writer.Open("if (_start != 0)");
        var result = RecordEmitter.ResultParameter(method) is null ? null : $", {Services}.Unsafe.As<TResult, {method.Signature.ResultType}>(ref result)";
        writer.Line($"Recorded().Record({OutcomeEmitter.Outcome}.Success, null{result});");
        writer.Close();
        writer.Line();
        writer.Line($"_method.SetResult({(half.AwaitedType is null ? string.Empty : "result")});");
        writer.Close();
        writer.Line();
        writer.Open("public void SetException(global::System.Exception exception)");
        writer.Open("if (_start != 0)");
        writer.Line($"Recorded().Record(global::Instrumentation.Weaving.CallOutcomes.Of(exception), exception{(result is null ? null : ", default")});");
        writer.Close();
        writer.Line();
        writer.Line("_method.SetException(exception);");
        writer.Close();
        writer.Line();
        writer.Line($"private readonly {call} Recorded() => new(new global::Instrumentation.Weaving.InPlaceScope(_start{(method.SpanName is null ? string.Empty : ", _span")}){(HandOverEmitter.HasNumber(method) ? ", _tags" : string.Empty)}{(method.InFlight is null ? string.Empty : ", _isInFlight")});");
    }
}
