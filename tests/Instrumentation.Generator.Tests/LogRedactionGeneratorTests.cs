using Instrumentation.Generator.Tests.Infrastructure;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Instrumentation.Generator.Tests;

public sealed class LogRedactionGeneratorTests
{
    // The framework's generator does not run here, so the methods have bodies.
    private const string Source = GeneratorHarness.GlobalUsings + """

        namespace Microsoft.Extensions.Compliance.Classification
        {
            internal abstract class DataClassificationAttribute : Attribute;
            internal sealed class NoDataClassificationAttribute : DataClassificationAttribute;
        }

        namespace Tested
        {
            using Microsoft.Extensions.Compliance.Classification;
            using Microsoft.Extensions.Logging;

            internal sealed class PrivateAttribute : DataClassificationAttribute;

            internal static class Log
            {
                [LoggerMessage(1, LogLevel.Information, "User \"{Email}\" from {Place}")]
                public static void LoggedIn([Private] string email, string place) { }

                [LoggerMessage(Level = LogLevel.Warning, Message = "{Card} of {Owner} for {Amount}")]
                public static void Paid([Private] string card, [Private] string owner, [NoDataClassification] int amount) { }

                [LoggerMessage(2, LogLevel.Information, "Nothing {Open}")]
                public static void Open([System.Diagnostics.CodeAnalysis.NotNull] string open) { }

                public static void NotALog([Private] string secret) { }
            }
        }
        """;

    [Fact]
    public void Parameters_Classified_AreNotedByMessage()
    {
        var driver = Run(Compilation(Source), out var after);

        Assert.DoesNotContain(after.GetDiagnostics(), static diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning);
        var text = Assert.Single(Assert.Single(driver.GetRunResult().Results).GeneratedSources).SourceText.ToString();
        Assert.Equal(
            [
                """global::Instrumentation.Weaving.ClassifiedLogFields.Add("User \"{Email}\" from {Place}", "email");""",
                """global::Instrumentation.Weaving.ClassifiedLogFields.Add("{Card} of {Owner} for {Amount}", "card", "owner");""",
            ],
            text.Split('\n').Select(static line => line.Trim()).Where(static line => line.Contains("ClassifiedLogFields", StringComparison.Ordinal)));
    }

    [Fact]
    public void Edit_Elsewhere_ChangesNoMessage()
    {
        var before = Compilation(Source);
        var driver = Run(before, out _);

        var edited = before.ReplaceSyntaxTree(before.SyntaxTrees.Single(), GeneratorHarness.Parse("Source.cs", Source.Replace("public static void NotALog", "public static int Added() => 1; public static void NotALog", StringComparison.Ordinal)));
        var steps = driver.RunGenerators(edited).GetRunResult().Results.Single().TrackedSteps[StepNames.ClassifiedMessages];

        Assert.All(steps.SelectMany(static step => step.Outputs), static output => Assert.Contains(output.Reason, (IncrementalStepRunReason[])[IncrementalStepRunReason.Unchanged, IncrementalStepRunReason.Cached]));
    }

    [Fact]
    public void Program_WithoutClassification_GetsNoFile() =>
        Assert.Empty(Run(Compilation(Source.Replace("[Private] ", string.Empty, StringComparison.Ordinal)), out _).GetRunResult().GeneratedTrees);

    private static CSharpCompilation Compilation(string source) => GeneratorHarness.Compile(("Source.cs", source));

    private static GeneratorDriver Run(CSharpCompilation before, out Compilation after)
    {
        var driver = CSharpGeneratorDriver.Create(
            [new LogRedactionGenerator().AsSourceGenerator()],
            parseOptions: (CSharpParseOptions)before.SyntaxTrees[0].Options,
            driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));
        return driver.RunGeneratorsAndUpdateCompilation(before, out after, out _);
    }
}
