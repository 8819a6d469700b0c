using Instrumentation.Generator.Model;
using Instrumentation.Generator.Shared;
using Microsoft.CodeAnalysis;

namespace Instrumentation.Generator.Emission;

/// <summary>Writes the halves of partial methods into the user's own type, and beside it the builders that record.</summary>
internal static class HalfEmitter
{
    private const string Owner = "global::Instrumentation.Weaving.IInstrumentedDecorator";

    // Not that it is generated: to the rules the method is the user's own.
    private static readonly (string Name, string Text)[] s_bodyAttributes =
    [
        ("System.Diagnostics.CodeAnalysis.ExcludeFromCodeCoverageAttribute", "[global::System.Diagnostics.CodeAnalysis.ExcludeFromCodeCoverage]"),
        ("System.Diagnostics.DebuggerStepThroughAttribute", "[global::System.Diagnostics.DebuggerStepThrough]"),
        ("System.Diagnostics.StackTraceHiddenAttribute", "[global::System.Diagnostics.StackTraceHidden]"),
    ];

    /// <param name="output">Takes the file.</param>
    /// <param name="type">The type.</param>
    /// <param name="measures">Whether calls are measured; if not, the halves are there because the user's own do not compile without, and lead straight to them.</param>
    public static void Emit(SourceProductionContext output, TypeTarget type, bool measures) =>
        output.AddSource(type.HintName + PartialTypes.FileEnding, GeneratedFile.Write(type.Namespace, type.Methods.SelectMany(static method => method.Signature.AcceptedWarnings), writer =>
        {
            writer.Line("#pragma warning disable CS1591 // The documentation is on the user's half.");
            writer.Line("#pragma warning disable CS0108 // What leads to a body may hide that of a base, and is called as the type's own.");
            for (var i = 0; i < type.Types.Count; i++)
            {
                writer.Open(type.Types[i] + (i == type.Types.Count - 1 && measures && type.OwnedMembers.Count > 0 ? $" : {Owner}" : string.Empty));
            }

            var isFirst = true;
            foreach (var method in type.Methods.Where(static method => method.Half is not null))
            {
                if (!isFirst)
                {
                    writer.Line();
                }

                isFirst = false;
                foreach (var half in new[] { method.Half!, method.CoreHalf }.OfType<HalfTarget>())
                {
                    if (ReferenceEquals(half, method.CoreHalf))
                    {
                        writer.Line();
                    }

                    if (measures)
                    {
                        Half(writer, type, method, half);
                    }
                    else
                    {
                        Plain(writer, method, half);
                    }
                }
            }

            if (measures && type.OwnedMembers.Count > 0)
            {
                writer.Line();
                writer.Line($"bool {Owner}.Records(string member) => member is {string.Join(" or ", type.OwnedMembers.Select(CSharpText.Literal))};");
            }

            foreach (var _ in type.Types)
            {
                writer.Close();
            }

            foreach (var method in type.Methods.Where(method => measures && method.IsInPlace))
            {
                writer.Line();
                BuilderEmitter.Write(writer, type, method, method.BuilderHalf!);
            }
        }, isAnnotated: true));

    private static void Half(SourceWriter writer, TypeTarget type, MethodTarget method, HalfTarget half)
    {
        var declaration = Declaration(half);
        switch (half.Kind)
        {
            case HalfKind.Body:
                Body(writer, type, method, half);
                break;
            case HalfKind.Builder:
                if (ReferenceEquals(half, method.Half))
                {
                    Woven(writer, Weave.InPlace);
                }

                var space = type.Namespace is null ? "global::" : $"global::{type.Namespace}.";
                writer.Line($"[global::System.Runtime.CompilerServices.AsyncMethodBuilder(typeof({space}{BuilderEmitter.Name(method)}{(half.AwaitedType is null ? string.Empty : "<>")}))]");
                writer.Line($"{declaration};");
                if (half.Core is { } hidden)
                {
                    Reaching(writer, method, half, hidden, method.HandOver!.Signature);
                }

                break;
            default:
                writer.Line($"{declaration};");
                break;
        }
    }

    private static string Declaration(HalfTarget half) =>
        $"{half.Modifiers} {half.ReturnType} {half.Name}{half.TypeParameters}({string.Join(", ", half.Parameters)}){half.Constraints}";

    // public partial int Add(int a) => AddCore(a);
    private static void Plain(SourceWriter writer, MethodTarget method, HalfTarget half)
    {
        if (half.Kind == HalfKind.Body)
        {
            var signature = method.HandOver?.Signature ?? method.Signature;
            var called = method.CoreHalf?.Name ?? half.Core ?? signature.Name;
            writer.Line($"{Declared(half, signature)} =>");
            writer.Indented($"{(Awaits(half, signature) ? "await " : string.Empty)}{signature.ReturnModifier}{called}{half.TypeParameters}({Arguments(signature)});");
            return;
        }

        // The builder that the author chose stays.
        if (half.InnerBuilder is { } builder && !builder.StartsWith("global::System.Runtime.CompilerServices.Async", StringComparison.Ordinal))
        {
            writer.Line($"[global::System.Runtime.CompilerServices.AsyncMethodBuilder(typeof({builder}{(half.AwaitedType is null ? string.Empty : "<>")}))]");
        }

        writer.Line($"{Declaration(half)};");
    }

    // A method without a result awaits the body's task: `public async partial void OnEvent(object? sender) => await …`.
    private static bool Awaits(HalfTarget half, MethodSignature signature) => half.ReturnType == "void" && signature.ReturnKind == ReturnKind.Task;

    private static string Declared(HalfTarget half, MethodSignature signature) =>
        Awaits(half, signature) ? Declaration(half).Replace("partial void", "async partial void") : Declaration(half);

    // public partial int Add(int a) => StoreInstrumentation.Add(this, a);
    private static void Body(SourceWriter writer, TypeTarget type, MethodTarget method, HalfTarget half)
    {
        var signature = method.HandOver?.Signature ?? method.Signature;
        Woven(writer, Weave.Definition);
        foreach (var (_, text) in s_bodyAttributes.Where(attribute => !half.Attributes.Contains(attribute.Name)))
        {
            writer.Line(text);
        }

        var self = signature with { Receiver = signature.Receiver with { Name = signature.Receiver.Name is null ? null : "this" } };

        writer.Line($"{Declared(half, signature)} =>");
        var call = method.IsInPlace && method.HandOver is null
            ? $"{method.CoreHalf!.Name}{half.TypeParameters}({Arguments(signature)})"
            : $"{type.Holder}.{SignatureText.Name(method)}{signature.TypeParameters}({SignatureText.WrapperArguments(self)})";
        writer.Indented($"{(Awaits(half, signature) ? "await " : string.Empty)}{signature.ReturnModifier}{call};");
        if (half.Core is { } core && (method.HandOver is not null || !method.IsInPlace))
        {
            Reaching(writer, method, half, core, signature);
        }
    }

    // internal int Add_Call_Target(int a) => AddCore(a);
    private static void Reaching(SourceWriter writer, MethodTarget method, HalfTarget half, string core, MethodSignature signature)
    {
        writer.Line();
        writer.Line($"/// <summary>Lets the recorded call reach <c>{CSharpText.Xml(core)}</c>.</summary>");
        writer.Line("[global::System.ComponentModel.EditorBrowsable(global::System.ComponentModel.EditorBrowsableState.Never)]");
        writer.Line($"[global::System.CodeDom.Compiler.GeneratedCode(\"Instrumentation.Generator\", \"{GeneratedFile.Version}\")]");
        foreach (var (_, text) in s_bodyAttributes)
        {
            writer.Line(text);
        }

        var parameters = string.Join(", ", signature.Parameters.Select(static parameter => parameter.Repeated));
        writer.Line($"{half.CoreModifiers}{(signature.IsUnsafe ? "unsafe " : string.Empty)}{signature.ReturnType} {method.AccessorName}{half.TypeParameters}({parameters}){half.CoreConstraints} =>");
        writer.Indented($"{signature.ReturnModifier}{core}{half.TypeParameters}({Arguments(signature)});");
    }

    private static string Arguments(MethodSignature signature) => string.Join(", ", signature.Parameters.Select(static parameter => parameter.Argument));

    private static void Woven(SourceWriter writer, Weave weave) =>
        writer.Line($"[global::Instrumentation.Weaving.Woven({CSharpText.Literal(Weaves.NameOf(weave))})]");
}
