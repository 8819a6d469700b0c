using Instrumentation.Generator.Model;
using Microsoft.CodeAnalysis;

namespace Instrumentation.Generator.Emission;

/// <summary>Writes the interceptors of a source file: one per method, with a line per call.</summary>
internal static class InterceptorEmitter
{
    /// <summary>The namespace that the package's props let the compiler intercept from.</summary>
    private const string Namespace = "Instrumentation.Interceptors";

    /// <summary>Parameters besides the receiver with which passing them on takes at most 16 bytes of instructions: so small a method is inlined without being asked for.</summary>
    private const int AlwaysInlined = 6;

    public static void Emit(SourceProductionContext output, CallFile file) =>
        output.AddSource(file.HintName, GeneratedFile.Write(space: null, file.Methods.SelectMany(static method => method.Signature.AcceptedWarnings), writer =>
        {
            writer.Open($"namespace {Namespace}");
            // By an alias, which is bound once: of each attribute named in full the compiler would look at as many candidates as there are files with calls.
            writer.Line("using InterceptsLocation = global::System.Runtime.CompilerServices.InterceptsLocationAttribute;");
            writer.Line();
            writer.Line($"/// <summary>The calls of instrumented methods in <c>{CSharpText.Xml(file.FileName)}</c>.</summary>");
            GeneratedFile.TypeAttributes(writer);
            // Not a file's own: the compiler would put a hash of 64 letters into its name. That of the generated file is unique.
            writer.Open($"internal static class {TypeName(file.HintName)}");
            var names = Names(file);
            for (var i = 0; i < file.Methods.Count; i++)
            {
                if (i > 0)
                {
                    writer.Line();
                }

                Interceptor(writer, file.Methods[i], names[i]);
            }

            writer.Close();
            writer.Close();
            writer.Line();
            LocationAttribute(writer);
        }));

    // [InterceptsLocation(1, "…")] // File.cs(1,2)
    // internal static R M(this T target, A a) => THolder.M(target, a);
    private static void Interceptor(SourceWriter writer, InterceptedMethod method, string name)
    {
        var signature = method.Signature;
        if (signature.HasModifiers)
        {
            writer.Line("#pragma warning disable CS9154 // A virtual method's 'in' parameter carries a modifier that no static method can repeat.");
        }

        foreach (var call in method.Calls)
        {
            writer.Line($"[InterceptsLocation({call.Version}, {CSharpText.Literal(call.Data)})] // {call.Display}");
        }

        WrapperEmitter.Annotations(writer, signature);
        if (signature.Parameters.Count > AlwaysInlined)
        {
            writer.Line("[global::System.Runtime.CompilerServices.MethodImpl(global::System.Runtime.CompilerServices.MethodImplOptions.AggressiveInlining)]");
        }

        var parameters = SignatureText.InterceptorParameters(signature);
        writer.Line($"internal static {(signature.IsUnsafe ? "unsafe " : string.Empty)}{signature.ReturnType} {name}{signature.DeclaredTypeParameters}({parameters}){signature.Constraints} =>");
        writer.Indented($"{signature.ReturnModifier}{method.Holder}.{SignatureText.Escaped(method.Id)}{signature.TypeParameters}({SignatureText.WrapperArguments(signature)});");
        if (signature.HasModifiers)
        {
            writer.Line("#pragma warning restore CS9154");
        }
    }

    private static string TypeName(string hint)
    {
        var name = hint.Substring(0, hint.Length - CallFile.HintEnding.Length);
        return (char.IsDigit(name[0]) ? "_" : string.Empty) + string.Concat(name.Select(static c => char.IsLetterOrDigit(c) ? c : '_'));
    }

    // The wrapper's, which the assembly has already: the receivers tell methods of different types apart. Static methods have none: of those with one name, all but the first get a number.
    private static List<string> Names(CallFile file)
    {
        var taken = new HashSet<string>(file.Methods.Where(static method => !IsNumbered(method)).Select(static method => method.Id), StringComparer.Ordinal);
        var names = new List<string>();
        foreach (var method in file.Methods)
        {
            var name = SignatureText.Escaped(method.Id);
            for (var number = 2; IsNumbered(method) && !taken.Add(name); number++)
            {
                name = $"{method.Id}_{number}";
            }

            names.Add(name);
        }

        return names;
    }

    private static bool IsNumbered(InterceptedMethod method) => method.Signature.Receiver.Name is null;

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
