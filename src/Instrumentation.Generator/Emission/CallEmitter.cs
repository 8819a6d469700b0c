using Instrumentation.Generator.Model;

namespace Instrumentation.Generator.Emission;

/// <summary>Writes the struct that is one recorded call of a method.</summary>
internal static class CallEmitter
{
    private const string Weaving = "global::Instrumentation.Weaving";

    // internal struct AddAsync_Call : ICall<Registration> { fields; Run; Record }, or { fields; constructor; IsWanted; Enter; StartSpan; Record } in place
    public static void Write(SourceWriter writer, MethodTarget method)
    {
        if (method.IsRecordedInline)
        {
            WrapperEmitter.WriteRecorded(writer, method);
            return;
        }

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
        if (method.IsInPlace)
        {
            InPlace(writer, method);
        }
        else
        {
            WrapperEmitter.WriteRecorded(writer, method);
        }

        if (signature.IsSequence)
        {
            writer.Line();
            writer.Line($"public void Resume() => {MemberNames.Scope(method)}.Resume();");
            writer.Line();
            Begin(writer, method);
        }

        writer.Line();
        RecordEmitter.Write(writer, method);
        ExpressionEmitter.WriteFunctions(writer, method);
        writer.Close();
    }

    /// <summary>Writes the start of a call: what is known of it before it runs, its clock and its span.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="method">The method.</param>
    /// <param name="self">What stands before a member of the call.</param>
    public static void WriteStart(SourceWriter writer, MethodTarget method, string self)
    {
        Begun(writer, method, self);
        if (!method.Signature.IsSequence)
        {
            Start(writer, method, self);
        }
    }

    private static void Fields(SourceWriter writer, MethodTarget method)
    {
        var fix = method.IsInPlace ? "readonly " : string.Empty;
        HandOverEmitter.WriteMembers(writer, method);
        foreach (var tag in method.Tags.Where(static tag => tag is { Source: not null, IsHandedOver: false }))
        {
            writer.Line($"private {(tag.Source!.UsesResult ? string.Empty : fix)}int {MemberNames.TagIndex(method, tag)};");
        }

        foreach (var instrument in method.Instruments.Where(static instrument => instrument.Value is not null))
        {
            writer.Line($"private {(instrument.Value!.UsesResult ? string.Empty : fix)}{ExpressionEmitter.ValueType(instrument)} {MemberNames.Value(method, instrument)};");
        }

        foreach (var input in CallInputs.Kept(method))
        {
            writer.Line($"private {fix}{input.Type} {MemberNames.Input(method, input)};");
        }

        if (method.InFlight is not null)
        {
            writer.Line($"private bool {MemberNames.IsInFlight(method)};");
        }

        if (method.IsInPlace || method.Signature.IsSequence)
        {
            writer.Line($"private {(method.IsInPlace ? $"readonly {Weaving}.InPlaceScope" : $"{Weaving}.CallScope")} {MemberNames.Scope(method)};");
        }

        writer.Line();
    }

    private static void StartSpan(SourceWriter writer, MethodTarget method, string name, string self)
    {
        writer.Line($"{MemberNames.Scope(method)}.{SpanStart(method, name)}");
        SpanTagEmitter.WriteAtStart(writer, method, self, MemberNames.Scope(method));
    }

    private static string SpanStart(MethodTarget method, string name) =>
        $"StartSpan({Source(method)}, {CSharpText.Literal(name)}{(method.SpanKind is { } kind ? $", global::System.Diagnostics.ActivityKind.{kind}" : string.Empty)});";

    private static string Source(MethodTarget method) => SignatureText.Free(method, MemberNames.Source);

    // What the builder of a method that is recorded in place asks: it keeps the start and the span, and makes the call where it ends, or where something is to be done at its start.
    private static void InPlace(SourceWriter writer, MethodTarget method)
    {
        var parameters = new[] { $"{Weaving}.InPlaceScope scope" }.Concat(HandOverEmitter.KeptParameters(method)).Concat(method.InFlight is null ? [] : ["bool isInFlight"]);
        writer.Line("[global::System.Runtime.CompilerServices.MethodImpl(global::System.Runtime.CompilerServices.MethodImplOptions.AggressiveInlining)]");
        writer.Open($"public {method.CallName}({string.Join(", ", parameters)})");
        HandOverEmitter.WriteKeeping(writer, method);
        Begun(writer, method, "this.");
        writer.Line($"this.{MemberNames.Scope(method)} = scope;");
        if (method.InFlight is not null)
        {
            writer.Line($"this.{MemberNames.IsInFlight(method)} = isInFlight;");
        }

        writer.Close();
        writer.Line();
        writer.Line($"public static bool IsWanted => {WrapperEmitter.Listening(method)};");
        if (method.InFlight is { } inFlight)
        {
            writer.Line();
            writer.Open("public bool Enter()");
            InFlightEmitter.WriteUp(writer, method, inFlight, string.Empty);
            writer.Line();
            writer.Line($"return {MemberNames.IsInFlight(method)};");
            writer.Close();
        }

        if (method.SpanName is { } span)
        {
            writer.Line();
            writer.Line($"public static bool HasListeners => {Source(method)}.HasListeners();");
            writer.Line();
            writer.Line("[global::System.Runtime.CompilerServices.MethodImpl(global::System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]");
            writer.Open($"public readonly {Weaving}.CallScope StartSpan({string.Join(", ", HandOverEmitter.SpanParameters(method))})");
            writer.Line($"var scope = {MemberNames.Scope(method)}.{SpanStart(method, span)}");
            SpanTagEmitter.WriteAtStart(writer, method, string.Empty, "scope");
            writer.Line("return scope;");
            writer.Close();
        }
    }

    // What is known before the call runs.
    private static void Begun(SourceWriter writer, MethodTarget method, string self)
    {
        foreach (var tag in method.Tags.Where(static tag => tag is { Source: not null, IsHandedOver: false }))
        {
            var index = tag.Source!.UsesResult ? tag.NoneIndex.ToString(System.Globalization.CultureInfo.InvariantCulture) : ExpressionEmitter.TagIndex(method, tag);
            Set("int", MemberNames.TagIndex(method, tag), index);
        }

        foreach (var instrument in method.Instruments.Where(static instrument => instrument.Value is not null))
        {
            Set(ExpressionEmitter.ValueType(instrument), MemberNames.Value(method, instrument), instrument.Value!.UsesResult ? "0" : ExpressionEmitter.Value(method, instrument));
        }

        foreach (var input in CallInputs.Kept(method))
        {
            Set(input.Type, MemberNames.Input(method, input), input.Name);
        }

        void Set(string type, string name, string value) => writer.Line($"{(method.IsRecordedInline ? type + " " : self)}{name} = {value};");
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
        var start = method.SpanName is not null || RecordEmitter.NeedsClock(method) ? $"{Weaving}.CallScope.Start()" : $"default({Weaving}.CallScope)";
        writer.Line($"{(method.Signature.IsSequence ? string.Empty : "var ")}{MemberNames.Scope(method)} = {start};");
        if (method.InFlight is { } inFlight)
        {
            InFlightEmitter.WriteUp(writer, method, inFlight, self);
        }

        if (method.SpanName is { } span)
        {
            writer.Open($"if ({Source(method)}.HasListeners())");
            StartSpan(writer, method, span, self);
            writer.Close();
        }
    }
}
