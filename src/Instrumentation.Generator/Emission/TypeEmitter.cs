using Instrumentation.Generator.Model;
using Microsoft.CodeAnalysis;

namespace Instrumentation.Generator.Emission;

/// <summary>Writes the instruments and wrappers of a type, and its decorator.</summary>
internal static class TypeEmitter
{
    /// <summary>Writes all of a type or, where nothing is measured, only the halves of its methods.</summary>
    public static void Emit(SourceProductionContext output, TypeTarget type, bool measures)
    {
        if (measures)
        {
            Emit(output, type);
        }
        else
        {
            HalfEmitter.Emit(output, type, measures: false);
        }
    }

    public static void Emit(SourceProductionContext output, TypeTarget type)
    {
        type = SharedInstruments.Name(type);

        // In one file: the compiler's driver compares the name of each generated file with those of all others, after each keystroke.
        output.AddSource(
            $"{type.HintName}.Instrumentation.g.cs",
            GeneratedFile.Write(type.Namespace, AcceptedWarnings(type), writer =>
            {
                Holder(writer, type);
                if (type.Decorator is { } decorator)
                {
                    writer.Line();
                    DecoratorEmitter.Write(writer, decorator, type.Display);
                }
            }));
        if (type.Types.Count > 0)
        {
            HalfEmitter.Emit(output, type, measures: true);
        }
    }

    public static void Emit(SourceProductionContext output, DerivedTarget type) =>
        output.AddSource($"{type.HintName}.Decorator.g.cs", GeneratedFile.Write(type.Namespace, type.Decorator.AcceptedWarnings, writer => DecoratorEmitter.Write(writer, type.Decorator, type.Display)));

    private static IEnumerable<string> AcceptedWarnings(TypeTarget type) =>
        type.Methods.SelectMany(static method => method.Signature.AcceptedWarnings).Concat(type.Decorator?.AcceptedWarnings ?? []);

    // internal static class SqlSchemaRepositoryInstrumentation (public where other assemblies can call a method) { instruments; one wrapper and one call per method }
    private static void Holder(SourceWriter writer, TypeTarget type)
    {
        writer.Line($"/// <summary>The instruments of <c>{CSharpText.Xml(type.Display)}</c> and the calls that go through them.</summary>");
        GeneratedFile.TypeAttributes(writer);
        var exported = type.Methods.Any(static method => method.HandOver is { Signature.IsExported: true } || method.Signature.IsExported);
        if (exported)
        {
            writer.Line("[global::System.ComponentModel.EditorBrowsable(global::System.ComponentModel.EditorBrowsableState.Never)]");
        }

        writer.Open($"{(exported ? "public" : "internal")} static class {type.HolderName}");

        // Usually one: a second name is for methods that have a parameter of the first.
        foreach (var source in type.Methods.Where(static method => method.SpanName is not null).Select(static method => SignatureText.Free(method, MemberNames.Source)).Distinct(StringComparer.Ordinal))
        {
            writer.Line($"private static readonly global::System.Diagnostics.ActivitySource {source} = global::Instrumentation.Tracing.Spans.Source({CSharpText.Literal(type.AssemblyName)}, {CSharpText.Literal(type.AssemblyVersion)});");
        }

        SharedInstruments.Write(writer, type);
        foreach (var method in type.Methods)
        {
            InstrumentEmitter.Write(writer, method);
        }

        foreach (var method in type.Methods)
        {
            writer.Line();
            if (method.HandOver is { } handOver)
            {
                HandOverEmitter.Write(writer, type, method, handOver);
                writer.Line();
            }

            if (!method.IsInPlace)
            {
                WrapperEmitter.Write(writer, method);
                AccessorEmitter.Write(writer, method);
                writer.Line();
            }

            CallEmitter.Write(writer, method);
        }

        writer.Close();
    }
}
