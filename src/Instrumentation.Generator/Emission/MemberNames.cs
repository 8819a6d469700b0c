using Instrumentation.Generator.Model;

namespace Instrumentation.Generator.Emission;

/// <summary>Names of what is generated for a method.</summary>
internal static class MemberNames
{
    /// <summary>The source of a type's spans.</summary>
    public const string Source = "s_source";

    /// <summary>Whether the call counts as one under way.</summary>
    public static string IsInFlight(MethodTarget method) => SignatureText.Free(method, "_isInFlight");

    /// <summary>The clock and the span of a call: a local of what makes it, or a field of the struct that goes on with it.</summary>
    public static string Scope(MethodTarget method) => SignatureText.Free(method, method.IsInPlace || method.Signature.IsSequence ? "_scope" : "scope");

    /// <summary>The exception that a call ended with.</summary>
    public static string Exception(MethodTarget method) => method.IsRecordedInline ? Scope(method) + ".Thrown" : "exception";

    /// <summary>The local with a call's outcome.</summary>
    public static string Outcome(MethodTarget method) => SignatureText.Free(method, "outcome");

    // Without the separator GetUser's tag 'name' and Get's tag 'user_name' would be one field.
    public static string TagField(MethodTarget method, TagTarget tag) => $"s_{CSharpText.Camel(method.Id)}_{tag.Identifier}Tag";

    public static string InstrumentField(MethodTarget method, InstrumentTarget instrument) => instrument.SharedField ?? $"s_{CSharpText.Camel(method.Id)}_{instrument.Identifier}";

    // No instrument has it: theirs have a separator.
    public static string LogField(MethodTarget method) => $"s_{CSharpText.Camel(method.Id)}Log";

    /// <summary>A field as the code that records names it.</summary>
    public static string Qualified(MethodTarget method, string field) => method.InstrumentsHolder is { } holder ? $"{holder}.{field}" : field;

    public static string TagIndex(MethodTarget method, TagTarget tag) => SignatureText.Free(method, "_" + CSharpText.Camel(tag.Identifier) + "Tag");

    public static string Value(MethodTarget method, InstrumentTarget instrument) => SignatureText.Free(method, "_" + CSharpText.Camel(instrument.Identifier) + "Value");

    public static string Input(MethodTarget method, InputModel input) => SignatureText.Free(method, "_" + CSharpText.Bare(input.Name) + "Argument");
}
