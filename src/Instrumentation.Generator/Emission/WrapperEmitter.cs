using Instrumentation.Generator.Model;

namespace Instrumentation.Generator.Emission;

/// <summary>Writes the method that calls an instrumented method and records the call.</summary>
internal static class WrapperEmitter
{
    private const string MetricsWanted = "global::Instrumentation.Metrics.MetricRegistry.IsCollecting";

    /// <summary>The condition under which somebody listens.</summary>
    public static string Listening(MethodTarget method) =>
        method.SpanName is null ? MetricsWanted : $"{MetricsWanted} || {SignatureText.Free(method, MemberNames.Source)}.HasListeners()";

    // static R M(T target, A a)
    // {
    //     if (listening) { return M_Call(target, a); }
    //     return target.M(a);
    // }
    public static void Write(SourceWriter writer, MethodTarget method)
    {
        var signature = method.Signature;
        var listening = Listening(method);
        writer.Line($"/// <summary>Calls <c>{CSharpText.Xml(method.Display)}</c>, and records the call while somebody listens.</summary>");
        Annotations(writer, signature);
        writer.Line("[global::System.Runtime.CompilerServices.MethodImpl(global::System.Runtime.CompilerServices.MethodImplOptions.AggressiveInlining)]");
        writer.Open(Declaration(method, signature.IsExported ? "public" : "internal", SignatureText.Name(method)));
        if (method.InterfaceMember is { } member)
        {
            // One owner per call: where the target is a decorator that records the call, this does not.
            var decorator = SignatureText.Free(method, "decorator");
            listening = $"({listening}) && !({method.TargetName} is global::Instrumentation.Weaving.IInstrumentedDecorator {decorator} && {decorator}.Records({CSharpText.Literal(member)}))";
        }

        writer.Open($"if ({listening})");
        var recorded = $"{signature.ReturnModifier}{method.CallName}{signature.TypeParameters}{(method.IsRecordedInline ? string.Empty : ".Run")}({SignatureText.WrapperArguments(signature)})";
        if (signature.ReturnKind == ReturnKind.Void)
        {
            writer.Line(recorded + ";");
            writer.Line("return;");
        }
        else
        {
            writer.Line($"return {recorded};");
        }

        writer.Close();
        writer.Line();
        var plain = signature.ReturnModifier + SignatureText.Call(method);
        writer.Line(signature.ReturnKind == ReturnKind.Void ? plain + ";" : $"return {plain};");
        writer.Close();
    }

    /// <summary>Writes the recorded form of the call: a method of its own where the call ends in it, otherwise inside the call's struct.</summary>
    // CallScope scope = CallScope.Start();
    // try { … } catch (…) when (scope.Notice(…)) { throw; } finally { what there is to record of a call that ends here }
    public static void WriteRecorded(SourceWriter writer, MethodTarget method)
    {
        var signature = method.Signature;
        var (call, exception) = (CallLocal(method), ExceptionLocal(method));
        if (method.IsRecordedInline)
        {
            writer.Line($"/// <summary>Records a call of <c>{CSharpText.Xml(method.Display)}</c>.</summary>");
        }

        Annotations(writer, signature);
        writer.Open(method.IsRecordedInline
            ? Declaration(method, "private", method.CallName)
            : $"public static {(signature.IsUnsafe ? "unsafe " : string.Empty)}{signature.ReturnType} Run({SignatureText.WrapperParameters(signature)})");
        if (!method.IsRecordedInline)
        {
            writer.Line($"{method.CallName}{signature.TypeParameters} {call} = default;");
        }
        else if (method.Outcomes.HasConditions)
        {
            writer.Line($"var {MemberNames.Outcome(method)} = {OutcomeEmitter.Outcome}.Success;");
        }

        CallEmitter.WriteStart(writer, method, method.IsRecordedInline ? string.Empty : call + ".");
        writer.Open("try");
        Body(writer, method);
        writer.Close();
        var scope = (signature.IsSequence ? call + "." : string.Empty) + MemberNames.Scope(method);
        writer.Open($"catch (global::System.Exception {exception}) when ({scope}.Notice({exception}))");
        writer.Line("throw; // Never reached: the filter lets the exception pass.");
        writer.Close();
        writer.Open("finally");
        End(writer, method);
        writer.Close();
        if (!method.IsRecordedInline)
        {
            writer.Close();
            return;
        }

        ExpressionEmitter.WriteFunctions(writer, method);
        writer.Close();
        writer.Line();
        RecordEmitter.WriteEnd(writer, method);
    }

    private static void End(SourceWriter writer, MethodTarget method)
    {
        var (scope, call, exception) = (MemberNames.Scope(method), CallLocal(method), ExceptionLocal(method));
        if (method.IsRecordedInline)
        {
            writer.Open($"if ({scope}.Thrown is not null)");
            writer.Line($"{method.EndName}({RecordEmitter.EndArguments(method)});");
            writer.Close();
        }
        else if (method.Signature.IsSequence)
        {
            writer.Line($"{call}.End();");
        }
        else
        {
            writer.Open($"if ({scope}.Thrown is {{ }} {exception})");
            writer.Line($"{call}.Record(ref {scope}, global::Instrumentation.Weaving.CallOutcomes.Of({exception}), {exception}, default);");
            writer.Close();
        }
    }

    /// <summary>Repeats the attributes by which the compiler and the trimmer warn a caller.</summary>
    public static void Annotations(SourceWriter writer, MethodSignature signature)
    {
        foreach (var annotation in signature.Annotations)
        {
            writer.Line(annotation);
        }
    }

    private static void Body(SourceWriter writer, MethodTarget method)
    {
        var signature = method.Signature;
        var call = SignatureText.Call(method);
        var (local, scope) = (CallLocal(method), MemberNames.Scope(method));
        switch (signature.ReturnKind)
        {
            case ReturnKind.Void:
                writer.Line(call + ";");
                writer.Line($"{scope}.Returned();");
                ResultEmitter.WriteReturned(writer, method);
                RecordEmitter.WriteReturned(writer, method);
                break;
            case ReturnKind.Value:
                writer.Line($"{LocalModifier(signature)}{LocalType(method)} {method.ResultName} = {signature.ReturnModifier}{call};");
                writer.Line($"{scope}.Returned();");
                ResultEmitter.WriteReturned(writer, method);
                RecordEmitter.WriteReturned(writer, method);
                writer.Line($"return {signature.ReturnModifier}{method.ResultName};");
                break;
            default:
                var types = signature.ContractType is { } result
                    ? $"<{method.CallName}{signature.TypeParameters}, {result}>"
                    : $"<{method.CallName}{signature.TypeParameters}>";
                writer.Line($"return global::Instrumentation.Weaving.CallRecorder.Track{types}({call}, {(signature.IsSequence ? string.Empty : $"ref {scope}, ")}ref {local});");
                break;
        }
    }

    private static string Declaration(MethodTarget method, string modifiers, string name) =>
        $"{modifiers} static {(method.Signature.IsUnsafe ? "unsafe " : string.Empty)}{method.Signature.ReturnType} {name}{method.Signature.DeclaredTypeParameters}({SignatureText.WrapperParameters(method.Signature)}){method.Signature.Constraints}";

    private static string LocalModifier(MethodSignature signature) =>
        signature.ReturnModifier.Length == 0 ? string.Empty : signature.ReturnType.StartsWith("ref readonly ", StringComparison.Ordinal) ? "ref readonly " : "ref ";

    // A dynamic local would make a call that takes it a dynamic one; an expression that reads the result means just that.
    private static string LocalType(MethodTarget method) => method.Signature.ContractType == method.Signature.ResultType ? "var"
        : ResultEmitter.Reads(method) ? method.Signature.ResultType! : method.Signature.ContractType!;

    private static string CallLocal(MethodTarget method) => SignatureText.Free(method, "call");

    private static string ExceptionLocal(MethodTarget method) => SignatureText.Free(method, "exception");
}
