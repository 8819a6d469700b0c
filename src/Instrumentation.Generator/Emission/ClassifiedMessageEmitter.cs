using System.Collections.Immutable;
using Instrumentation.Generator.Model;
using Microsoft.CodeAnalysis;

namespace Instrumentation.Generator.Emission;

/// <summary>Writes which log messages have classified values, for those who write the lines.</summary>
internal static class ClassifiedMessageEmitter
{
    // [ModuleInitializer]
    // internal static void Initialize()
    // {
    //     ClassifiedLogFields.Add("User {Email} logged in", "email");
    // }
    public static void Emit(SourceProductionContext output, ImmutableArray<ClassifiedMessage> messages)
    {
        if (!messages.IsEmpty)
        {
            output.AddSource("ClassifiedLogMessages.g.cs", GeneratedFile.Write("Instrumentation.Generated", [], writer => Write(writer, messages)));
        }
    }

    private static void Write(SourceWriter writer, ImmutableArray<ClassifiedMessage> messages)
    {
        GeneratedFile.TypeAttributes(writer);
        writer.Open("internal static class ClassifiedLogMessages");
        writer.Line("[global::System.Runtime.CompilerServices.ModuleInitializer]");
        writer.Open("internal static void Initialize()");
        foreach (var message in messages.Distinct().OrderBy(static message => message.Template, StringComparer.Ordinal))
        {
            writer.Line($"global::Instrumentation.Weaving.ClassifiedLogFields.Add({CSharpText.Literal(message.Template)}, {CSharpText.Literals(message.Fields)});");
        }

        writer.Close();
        writer.Close();
    }
}
