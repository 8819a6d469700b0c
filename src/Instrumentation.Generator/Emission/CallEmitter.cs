using Instrumentation.Generator.Model;

namespace Instrumentation.Generator.Emission;

/// <summary>Writes the struct that is one recorded call of a method.</summary>
internal static class CallEmitter
{
    private const string Weaving = "global::Instrumentation.Weaving";

    // internal struct AddAsync_Call : ICall<Registration> { fields; constructor; Run; Detach; Resume; End; Record }
    public static void Write(SourceWriter writer, MethodTarget method)
    {
        var signature = method.Signature;
        writer.Line($"/// <summary>One recorded call of <c>{CSharpText.Xml(method.Display)}</c>.</summary>");
        writer.Line("[global::System.Diagnostics.DebuggerStepThrough]");
        writer.Line("[global::System.Diagnostics.StackTraceHidden]");
        var contract = method.IsInPlace ? string.Empty
            : signature.IsSequence ? $" : {Weaving}.Sequences.ISequenceCall"
            : signature.IsAsync ? $" : {Weaving}.ICall<{(signature.HasResult ? signature.ContractType : $"{Weaving}.NoResult")}>"
            : string.Empty;
        writer.Open($"internal {(signature.IsUnsafe ? "unsafe " : string.Empty)}struct {method.CallName}{signature.DeclaredTypeParameters}{contract}{signature.Constraints}");
        Fields(writer, method);
        Constructor(writer, method);
        writer.Line();
        if (method.IsInPlace)
        {
            Continue(writer, method);
        }
        else
        {
            WrapperEmitter.WriteRecorded(writer, method);
        }

        if (signature.IsAsync && !method.IsInPlace)
        {
            writer.Line();
            writer.Line("public void Detach() => _scope.Detach();");
            writer.Line();
            writer.Line("public void Resume() => _scope.Resume();");
        }

        if (signature.IsSequence)
        {
            writer.Line();
            Begin(writer, method);
        }

        writer.Line();
        RecordEmitter.Write(writer, method);
        ExpressionEmitter.WriteFunctions(writer, method);
        writer.Close();
    }

    // What the caller has is evaluated by the caller.
    private static IEnumerable<string> Begins(MethodTarget method) =>
        method.IsInPlace ? HandOverEmitter.Parameters(method) : Parameters(CallInputs.Of(method));

    private static void Fields(SourceWriter writer, MethodTarget method)
    {
        HandOverEmitter.WriteMembers(writer, method);
        foreach (var tag in method.Tags.Where(static tag => tag is { Source: not null, IsHandedOver: false }))
        {
            writer.Line($"private {(tag.Source!.UsesResult ? string.Empty : "readonly ")}int {MemberNames.TagIndex(tag)};");
        }

        foreach (var instrument in method.Instruments.Where(static instrument => instrument.Value is not null))
        {
            writer.Line($"private {(instrument.Value!.UsesResult ? string.Empty : "readonly ")}{ExpressionEmitter.ValueType(instrument)} {MemberNames.Value(instrument)};");
        }

        foreach (var input in CallInputs.Kept(method))
        {
            writer.Line($"private readonly {input.Type} {MemberNames.Input(input)};");
        }

        if (method.InFlight is not null)
        {
            writer.Line($"private bool {MemberNames.IsInFlight};");
        }

        writer.Line($"private {Weaving}.CallScope _scope;");
        writer.Line();
    }

    private static void Constructor(SourceWriter writer, MethodTarget method)
    {
        writer.Line("[global::System.Runtime.CompilerServices.MethodImpl(global::System.Runtime.CompilerServices.MethodImplOptions.AggressiveInlining)]");
        writer.Open($"public {method.CallName}({string.Join(", ", Begins(method))})");
        Begun(writer, method);
        if (method.Signature.IsSequence)
        {
            writer.Line("this._scope = default;");
        }
        else
        {
            Start(writer, method, "this.");
        }

        writer.Close();
        if (method.SpanName is { } span)
        {
            writer.Line();
            StartSpan(writer, method, span);
        }
    }

    private static IEnumerable<string> Parameters(IEnumerable<InputModel> inputs) => inputs.Select(static input => $"{input.Type} {input.Name}");

    // Apart, so that a call whose span nobody wants has little code to run through.
    private static void StartSpan(SourceWriter writer, MethodTarget method, string name)
    {
        writer.Line("[global::System.Runtime.CompilerServices.MethodImpl(global::System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]");
        writer.Open($"private void StartSpan({string.Join(", ", method.IsInPlace ? HandOverEmitter.SpanParameters(method) : Parameters(CallInputs.OfSpan(method)))})");
        writer.Line($"this._scope.StartSpan({Source(method)}, {CSharpText.Literal(name)}{(method.SpanKind is { } kind ? $", global::System.Diagnostics.ActivityKind.{kind}" : string.Empty)});");
        SpanTagEmitter.WriteAtStart(writer, method, "this.");
        writer.Close();
    }

    private static string Source(MethodTarget method) => SignatureText.Free(method, MemberNames.Source);

    // What the builder of a method that is recorded in place asks: it keeps the start and the span, and makes the call again where it ends.
    private static void Continue(SourceWriter writer, MethodTarget method)
    {
        var parameters = new[] { $"{Weaving}.CallScope scope" }.Concat(HandOverEmitter.KeptParameters(method)).Concat(method.InFlight is null ? [] : ["bool isInFlight"]);
        writer.Line("[global::System.Runtime.CompilerServices.MethodImpl(global::System.Runtime.CompilerServices.MethodImplOptions.AggressiveInlining)]");
        writer.Open($"public {method.CallName}({string.Join(", ", parameters)})");
        Begun(writer, method);
        writer.Line("this._scope = scope;");
        if (method.InFlight is not null)
        {
            writer.Line($"this.{MemberNames.IsInFlight} = isInFlight;");
        }

        writer.Close();
        writer.Line();
        writer.Line($"public static bool IsWanted => {WrapperEmitter.Listening(method)};");
        writer.Line();
        writer.Line("public readonly long Started => _scope.Started;");
        if (method.SpanName is not null)
        {
            writer.Line();
            writer.Line("public readonly global::System.Diagnostics.Activity Span => _scope.Activity;");
            writer.Line();
            writer.Line("public readonly void Detach() => _scope.Detach();");
        }

        if (method.InFlight is not null)
        {
            writer.Line();
            writer.Line($"public readonly bool IsInFlight => {MemberNames.IsInFlight};");
        }
    }

    // What is known before the call runs.
    private static void Begun(SourceWriter writer, MethodTarget method)
    {
        HandOverEmitter.WriteKeeping(writer, method);
        foreach (var tag in method.Tags.Where(static tag => tag is { Source: not null, IsHandedOver: false }))
        {
            var index = tag.Source!.UsesResult ? tag.NoneIndex.ToString(System.Globalization.CultureInfo.InvariantCulture) : ExpressionEmitter.TagIndex(method, tag);
            writer.Line($"this.{MemberNames.TagIndex(tag)} = {index};");
        }

        foreach (var instrument in method.Instruments.Where(static instrument => instrument.Value is not null))
        {
            writer.Line($"this.{MemberNames.Value(instrument)} = {(instrument.Value!.UsesResult ? "0" : ExpressionEmitter.Value(method, instrument))};");
        }

        foreach (var input in CallInputs.Kept(method))
        {
            writer.Line($"this.{MemberNames.Input(input)} = {input.Name};");
        }
    }

    // The call of a sequence begins when its first element is asked for.
    private static void Begin(SourceWriter writer, MethodTarget method)
    {
        writer.Open("public void Begin()");
        Start(writer, method, string.Empty);
        writer.Close();
    }

    // The clock first: what telemetry costs is the call's.
    private static void Start(SourceWriter writer, MethodTarget method, string self)
    {
        writer.Line(method.SpanName is not null || NeedsStart(method) ? $"{self}_scope = {Weaving}.CallScope.Start();" : $"{self}_scope = default;");
        if (method.InFlight is { } inFlight)
        {
            InFlightEmitter.WriteUp(writer, method, inFlight, self);
        }

        if (method.SpanName is not null)
        {
            writer.Open($"if ({Source(method)}.HasListeners())");
            writer.Line($"{self}StartSpan({string.Join(", ", method.IsInPlace ? HandOverEmitter.SpanArguments(method) : CallInputs.OfSpan(method).Select(static input => input.Argument))});");
            writer.Close();
        }
    }

    // A builder knows by its start that it records.
    private static bool NeedsStart(MethodTarget method) => method.IsInPlace || RecordEmitter.NeedsClock(method);
}
