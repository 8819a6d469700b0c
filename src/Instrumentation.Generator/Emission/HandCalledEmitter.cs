using Instrumentation.Generator.Model;
using Instrumentation.Generator.Shared;
using Microsoft.CodeAnalysis;

namespace Instrumentation.Generator.Emission;

/// <summary>Writes the bodies of instruments that are called by hand, and beside their type the class with the instruments.</summary>
internal static class HandCalledEmitter
{
    // Not [GeneratedCode]: the attributes of both halves are one list, and rules would pass over the half that the user wrote.
    private static readonly (string Name, string Text)[] s_attributes =
    [
        ("System.Diagnostics.CodeAnalysis.ExcludeFromCodeCoverageAttribute", "[global::System.Diagnostics.CodeAnalysis.ExcludeFromCodeCoverage]"),
        ("System.Diagnostics.DebuggerStepThroughAttribute", "[global::System.Diagnostics.DebuggerStepThrough]"),
    ];

    /// <param name="output">Takes the file.</param>
    /// <param name="target">The type.</param>
    /// <param name="measures">Whether calls record; if not, the bodies are empty.</param>
    public static void Emit(SourceProductionContext output, HandCalledTarget target, bool measures) =>
        output.AddSource(target.HintName + HandCalledMembers.FileEnding, GeneratedFile.Write(target.Namespace, target.Methods.SelectMany(static method => method.Target.Signature.AcceptedWarnings), writer =>
        {
            Bodies(writer, target, measures);
            if (measures)
            {
                writer.Line();
                Holder(writer, target);
            }
        }, isAnnotated: true));

    // partial class LlmMetrics { public static partial void TokensUsed(…) { … } }
    private static void Bodies(SourceWriter writer, HandCalledTarget target, bool measures)
    {
        foreach (var type in target.Types)
        {
            writer.Open(type);
        }

        for (var i = 0; i < target.Methods.Count; i++)
        {
            if (i > 0)
            {
                writer.Line();
            }

            Body(writer, target.Methods[i], measures);
        }

        foreach (var _ in target.Types)
        {
            writer.Close();
        }
    }

    // internal static class LlmMetricsInstruments { … }
    private static void Holder(SourceWriter writer, HandCalledTarget target)
    {
        writer.Line($"/// <summary>The instruments that <c>{CSharpText.Xml(target.Display)}</c> records into.</summary>");
        GeneratedFile.TypeAttributes(writer);
        writer.Open($"internal static class {target.HolderName}");
        for (var i = 0; i < target.Methods.Count; i++)
        {
            InstrumentEmitter.Write(writer, target.Methods[i].Target, separate: i > 0);
        }

        writer.Close();
    }

    // public static partial void TokensUsed(Provider provider, long tokens)
    // {
    //     if (!collecting) { return; }
    //     var providerTag = provider switch { … };
    //     LlmMetricsInstruments.s_tokensUsed_TokensTotal.Add(providerTag, tokens);
    // }
    private static void Body(SourceWriter writer, HandCalledMethod hand, bool measures)
    {
        var method = hand.Target;
        var signature = method.Signature;
        foreach (var (_, text) in s_attributes.Where(attribute => !hand.Attributes.Contains(attribute.Name)))
        {
            writer.Line(text);
        }

        writer.Open($"{hand.Modifiers} void {signature.Name}{signature.OwnTypeParameters}({string.Join(", ", hand.Parameters)}){hand.Constraints}");
        if (measures)
        {
            Recording(writer, hand);
        }

        writer.Close();
    }

    private static void Recording(SourceWriter writer, HandCalledMethod hand)
    {
        var method = hand.Target;
        writer.Open("if (!global::Instrumentation.Metrics.MetricRegistry.IsCollecting)");
        writer.Line("return;");
        writer.Close();
        writer.Line();
        if (CallInputs.Of(method).Any(input => input.Name == method.TargetName))
        {
            writer.Line($"var {method.TargetName} = this;");
        }

        foreach (var tag in method.Tags.Where(static tag => !tag.IsConstant))
        {
            writer.Line($"var {Local(method, tag)} = {ExpressionEmitter.TagIndex(method, tag)};");
        }

        foreach (var instrument in method.Instruments)
        {
            var field = MemberNames.Qualified(method, MemberNames.InstrumentField(method, instrument));
            var series = RecordEmitter.SeriesIndex(method, instrument, tag => Local(method, tag));
            writer.Line($"{field}.{RecordEmitter.Verb(instrument)}({series}, {(instrument.Value is null ? "1" : ExpressionEmitter.Value(method, instrument))});");
        }

        ExpressionEmitter.WriteFunctions(writer, method);
    }

    private static string Local(MethodTarget method, TagTarget tag) => SignatureText.Free(method, CSharpText.Camel(tag.Identifier) + "Tag");
}
