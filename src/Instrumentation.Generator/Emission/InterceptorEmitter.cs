using Instrumentation.Generator.Model;
using Microsoft.CodeAnalysis;

namespace Instrumentation.Generator.Emission;

/// <summary>Writes the interceptors of a source file: one per method, with a line per call.</summary>
internal static class InterceptorEmitter
{
    /// <summary>The namespace that the package's props let the compiler intercept from.</summary>
    private const string Namespace = "Instrumentation.Interceptors";

    public static void Emit(SourceProductionContext output, CallFile file) =>
        output.AddSource(file.HintName, GeneratedFile.Write(space: null, file.Methods.SelectMany(static method => method.Signature.AcceptedWarnings), writer =>
        {
            writer.Open($"namespace {Namespace}");
            writer.Line($"/// <summary>The calls of instrumented methods in <c>{CSharpText.Xml(file.FileName)}</c>.</summary>");
            GeneratedFile.TypeAttributes(writer);
            writer.Open("file static class Calls");
            for (var i = 0; i < file.Methods.Count; i++)
            {
                if (i > 0)
                {
                    writer.Line();
                }

                Interceptor(writer, file.Methods[i], i);
            }

            writer.Close();
            writer.Close();
            writer.Line();
            LocationAttribute(writer);
        }));

    // [InterceptsLocation(1, "…")] // File.cs(1,2)
    // internal static R M(this T target, A a) => THolder.M(target, a);
    private static void Interceptor(SourceWriter writer, InterceptedMethod method, int position)
    {
        var signature = method.Signature;
        if (signature.HasModifiers)
        {
            writer.Line("#pragma warning disable CS9154 // A virtual method's 'in' parameter carries a modifier that no static method can repeat.");
        }

        foreach (var call in method.Calls)
        {
            writer.Line($"[global::System.Runtime.CompilerServices.InterceptsLocation({call.Version}, {CSharpText.Literal(call.Data)})] // {call.Display}");
        }

        WrapperEmitter.Annotations(writer, signature);
        writer.Line("[global::System.Runtime.CompilerServices.MethodImpl(global::System.Runtime.CompilerServices.MethodImplOptions.AggressiveInlining)]");

        // Two methods of different types may share name and parameters: a number keeps them apart.
        var name = $"{method.Id}_{position}";
        var parameters = SignatureText.InterceptorParameters(signature);
        writer.Line($"internal static {(signature.IsUnsafe ? "unsafe " : string.Empty)}{signature.ReturnType} {name}{signature.TypeParameters}({parameters}){signature.Constraints} =>");
        writer.Indented($"{signature.ReturnModifier}{method.Holder}.{SignatureText.Escaped(method.Id)}{signature.TypeParameters}({SignatureText.WrapperArguments(signature)});");
        if (signature.HasModifiers)
        {
            writer.Line("#pragma warning restore CS9154");
        }
    }

    private static void LocationAttribute(SourceWriter writer)
    {
        writer.Open("namespace System.Runtime.CompilerServices");
        writer.Line("[global::System.AttributeUsage(global::System.AttributeTargets.Method, AllowMultiple = true)]");
        // The compiler reads it in the source; in the assembly nobody does.
        writer.Line("[global::System.Diagnostics.Conditional(\"INSTRUMENTATION_NEVER_DEFINED\")]");
        writer.Open("file sealed class InterceptsLocationAttribute : global::System.Attribute");
        writer.Open("public InterceptsLocationAttribute(int version, string data)");
        writer.Line("_ = version;");
        writer.Line("_ = data;");
        writer.Close();
        writer.Close();
        writer.Close();
    }
}
