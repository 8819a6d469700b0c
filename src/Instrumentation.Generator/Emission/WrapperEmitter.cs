using Instrumentation.Generator.Model;

namespace Instrumentation.Generator.Emission;

/// <summary>Writes the method that calls an instrumented method and records the call.</summary>
internal static class WrapperEmitter
{
    private const string MetricsWanted = "global::Instrumentation.Metrics.MetricRegistry.IsCollecting";

    /// <summary>How a call that returned is recorded, up to its result.</summary>
    public const string Returned = $"Record({OutcomeEmitter.Outcome}.Success, null";

    /// <summary>The condition under which somebody listens.</summary>
    public static string Listening(MethodTarget method) =>
        method.SpanName is null ? MetricsWanted : $"{MetricsWanted} || {SignatureText.Free(method, MemberNames.Source)}.HasListeners()";

    // static R M(T target, A a)
    // {
    //     if (!listening) { return target.M(a); }
    //     var call = new M_Call(a);
    //     try { … } catch (…) when (call.Notice(…)) { throw; } finally { call.End(); }
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
        var recorded = $"{signature.ReturnModifier}{method.CallName}{signature.TypeParameters}.Run({SignatureText.WrapperArguments(signature)})";
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

    /// <summary>Writes the recorded form of the call, inside the call's struct.</summary>
    public static void WriteRecorded(SourceWriter writer, MethodTarget method)
    {
        var signature = method.Signature;
        Annotations(writer, signature);
        writer.Open($"public static {(signature.IsUnsafe ? "unsafe " : string.Empty)}{signature.ReturnType} Run({SignatureText.WrapperParameters(signature)})");
        writer.Line($"var {CallLocal(method)} = new {method.CallName}{signature.TypeParameters}({string.Join(", ", CallInputs.Of(method).Select(static input => input.Argument))});");
        writer.Open("try");
        Body(writer, method);
        writer.Close();
        writer.Open($"catch (global::System.Exception {ExceptionLocal(method)}) when ({CallLocal(method)}._scope.Notice({ExceptionLocal(method)}))");
        writer.Line("throw; // Never reached: the filter lets the exception pass.");
        writer.Close();
        writer.Open("finally");
        writer.Line($"{CallLocal(method)}.End();");
        writer.Close();
        writer.Close();
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
        var local = CallLocal(method);
        switch (signature.ReturnKind)
        {
            case ReturnKind.Void:
                writer.Line(call + ";");
                writer.Line($"{local}.{Returned}{(RecordEmitter.ResultParameter(method) is null ? string.Empty : ", default")});");
                break;
            case ReturnKind.Value:
                writer.Line($"{LocalModifier(signature)}{LocalType(signature)} {method.ResultName} = {signature.ReturnModifier}{call};");
                writer.Line($"{local}.{Returned}{(RecordEmitter.ResultParameter(method) is null ? string.Empty : ", " + method.ResultName)});");
                writer.Line($"return {signature.ReturnModifier}{method.ResultName};");
                break;
            default:
                var types = signature.ContractType is { } result
                    ? $"<{method.CallName}{signature.TypeParameters}, {result}>"
                    : $"<{method.CallName}{signature.TypeParameters}>";
                writer.Line($"return global::Instrumentation.Weaving.CallRecorder.Track{types}({call}, ref {local});");
                break;
        }
    }

    private static string Declaration(MethodTarget method, string modifiers, string name) =>
        $"{modifiers} static {(method.Signature.IsUnsafe ? "unsafe " : string.Empty)}{method.Signature.ReturnType} {name}{method.Signature.DeclaredTypeParameters}({SignatureText.WrapperParameters(method.Signature)}){method.Signature.Constraints}";

    private static string LocalModifier(MethodSignature signature) =>
        signature.ReturnModifier.Length == 0 ? string.Empty : signature.ReturnType.StartsWith("ref readonly ", StringComparison.Ordinal) ? "ref readonly " : "ref ";

    // A dynamic local would make the call that takes it a dynamic one: slow, and on a boxed copy of the recorded call.
    private static string LocalType(MethodSignature signature) => signature.ContractType == signature.ResultType ? "var" : signature.ContractType!;

    private static string CallLocal(MethodTarget method) => SignatureText.Free(method, "call");

    private static string ExceptionLocal(MethodTarget method) => SignatureText.Free(method, "exception");
}
