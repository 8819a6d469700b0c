using Instrumentation.Generator.Model;

namespace Instrumentation.Generator.Emission;

/// <summary>Names of what is generated for a method.</summary>
internal static class MemberNames
{
    public static string TagField(MethodTarget method, TagTarget tag) => $"s_{CSharpText.Camel(method.Id)}{tag.Identifier}";

    public static string InstrumentField(MethodTarget method, InstrumentTarget instrument) => $"s_{CSharpText.Camel(method.Id)}_{instrument.Identifier}";

    /// <summary>A field as the code that records names it.</summary>
    public static string Qualified(MethodTarget method, string field) => method.InstrumentsHolder is { } holder ? $"{holder}.{field}" : field;

    public static string TagIndex(TagTarget tag) => "_" + CSharpText.Camel(tag.Identifier) + "Tag";

    public static string Value(InstrumentTarget instrument) => "_" + CSharpText.Camel(instrument.Identifier) + "Value";

    public static string Input(InputModel input) => "_" + CSharpText.Bare(input.Name) + "Argument";
}
