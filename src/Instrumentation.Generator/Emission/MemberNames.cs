using Instrumentation.Generator.Model;

namespace Instrumentation.Generator.Emission;

/// <summary>Names of what is generated for a method.</summary>
internal static class MemberNames
{
    /// <summary>The source of a type's spans.</summary>
    public const string Source = "s_source";

    /// <summary>Whether the call counts as one under way.</summary>
    public const string IsInFlight = "_isInFlight";

    // Without the separator GetUser's tag 'name' and Get's tag 'user_name' would be one field.
    public static string TagField(MethodTarget method, TagTarget tag) => $"s_{CSharpText.Camel(method.Id)}_{tag.Identifier}Tag";

    public static string InstrumentField(MethodTarget method, InstrumentTarget instrument) => $"s_{CSharpText.Camel(method.Id)}_{instrument.Identifier}";

    // No instrument has it: theirs have a separator.
    public static string LogField(MethodTarget method) => $"s_{CSharpText.Camel(method.Id)}Log";

    /// <summary>A field as the code that records names it.</summary>
    public static string Qualified(MethodTarget method, string field) => method.InstrumentsHolder is { } holder ? $"{holder}.{field}" : field;

    public static string TagIndex(TagTarget tag) => "_" + CSharpText.Camel(tag.Identifier) + "Tag";

    public static string Value(InstrumentTarget instrument) => "_" + CSharpText.Camel(instrument.Identifier) + "Value";

    public static string Input(InputModel input) => "_" + CSharpText.Bare(input.Name) + "Argument";
}
