using Instrumentation.Generator.Model;
using Microsoft.CodeAnalysis;

namespace Instrumentation.Generator.Emission;

/// <summary>Writes the registrar of an assembly: it makes the instruments known from the start and hands over the decorators.</summary>
internal static class RegistrarEmitter
{
    private const string Namespace = "Instrumentation.Generated";

    public static void Emit(SourceProductionContext output, RegistrarTarget target)
    {
        if (target.Types.Count == 0 && target.Assembly.ReferencedRegistrars.Count == 0)
        {
            return;
        }

        output.AddSource("InstrumentationRegistrar.g.cs", GeneratedFile.Write(space: null, target.Types.SelectMany(static type => type.Decorator?.AcceptedWarnings ?? []), writer => Write(writer, target)));
    }

    private static void Write(SourceWriter writer, RegistrarTarget target)
    {
        var name = Name(target.Assembly.Name);
        var exported = target.Types.SelectMany(static type => type.ExportedNames).Distinct(StringComparer.Ordinal).OrderBy(static method => method, StringComparer.Ordinal).ToList();
        var calls = exported.Count == 0 ? string.Empty : $", Calls = new[] {{ {CSharpText.Literals(exported)} }}";
        writer.Lines($"[assembly: global::Instrumentation.Weaving.InstrumentationRegistrar(typeof(global::{Namespace}.{name}){calls}{Metrics(target)})]");
        writer.Line();
        writer.Open($"namespace {Namespace}");
        writer.Line($"/// <summary>What <c>{CSharpText.Xml(target.Assembly.Name)}</c> has instrumented.</summary>");
        GeneratedFile.TypeAttributes(writer);
        writer.Line("[global::System.ComponentModel.EditorBrowsable(global::System.ComponentModel.EditorBrowsableState.Never)]");
        writer.Open($"public static class {name}");
        writer.Line("/// <summary>Makes the instruments and hands over the decorators; doing so again changes nothing.</summary>");
        writer.Open("public static void Register()");
        foreach (var type in target.Types)
        {
            if (type.Holder is { } holder)
            {
                writer.Line($"global::System.Runtime.CompilerServices.RuntimeHelpers.RunClassConstructor(typeof({holder}).TypeHandle);");
            }

            if (type.Decorator is { } decorator)
            {
                Decorator(writer, type, decorator);
            }
        }

        writer.Close();
        writer.Line();
        writer.Line("[global::System.Runtime.CompilerServices.ModuleInitializer]");
        writer.Open("internal static void Initialize()");
        foreach (var registrar in target.Assembly.ReferencedRegistrars)
        {
            writer.Line($"{registrar}.Register();");
        }

        writer.Line("Register();");
        writer.Close();
        writer.Close();
        writer.Close();
    }

    // One line each, for rules in assemblies that refer to this one.
    private static string Metrics(RegistrarTarget target)
    {
        var metrics = target.Types.SelectMany(static type => type.Metrics).Distinct(StringComparer.Ordinal).OrderBy(static metric => metric, StringComparer.Ordinal).ToList();
        return metrics.Count == 0 ? string.Empty : $", Metrics = new[]\n{{\n{string.Join(",\n", metrics.Select(static metric => "    " + CSharpText.Literal(metric)))}\n}}";
    }

    private static void Decorator(SourceWriter writer, Registration type, DecoratorTarget decorator)
    {
        var name = "global::" + (type.DecoratorNamespace is { } space ? space + "." : string.Empty) + decorator.OpenName;
        writer.Line($"global::Instrumentation.Weaving.DecoratorRegistry.{(decorator.IsGeneric ? "AddGeneric" : "Add")}(");
        writer.Indented(
            $"typeof({decorator.Registered}),",
            decorator.IsGeneric ? $"typeof({name})," : $"static (inner, ownsInner) => new {name}(({decorator.Implementation})inner, ownsInner),");
        for (var i = 0; i < decorator.Services.Count; i++)
        {
            writer.Indented($"typeof({decorator.Services[i]}){(i == decorator.Services.Count - 1 ? ");" : ",")}");
        }
    }

    /// <summary>An assembly's name as a type's, unique as long as the assemblies' names are.</summary>
    private static string Name(string assembly) =>
        string.Concat(assembly.Select(static c => char.IsLetterOrDigit(c) ? c.ToString() : c == '.' ? "_" : $"_{(int)c:x}_")) + "_Registrar";
}
