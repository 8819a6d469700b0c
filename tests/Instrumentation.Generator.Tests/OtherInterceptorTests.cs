using System.Text;
using Instrumentation.Generator.Tests.Infrastructure;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace Instrumentation.Generator.Tests;

/// <summary>Where the compiler lets nobody intercept, or another generator intercepts the same call.</summary>
public sealed class OtherInterceptorTests
{
    private const string Usings = "#pragma warning disable CS1591\nusing Instrumentation;\nnamespace App;\n";
    private const string Target = "public static class Shop { [Instrumented] public static int Sell(int count) => count; }\n";

    [Fact]
    public void OneCallOfTwoGenerators_IsRefusedByTheCompiler() =>
        Assert.Equal(["CS9153", "CS9153"], Errors("public static class Caller { public static int Call() => Shop.Sell(1); }"));

    [Theory]
    [InlineData("public static class Caller { public static int Call() => Shop.Sell(1); // instrumentation: off\n}", true)]
    [InlineData("public static class Caller { [NotIntercepted] public static int Call() => Shop.Sell(1); }", true)]
    [InlineData("[NotIntercepted] public static class Caller { public static int Call() => Shop.Sell(1); }", true)]
    [InlineData("public static class Caller { public static int Call() => Shop.Sell(1); }", false)]
    public void OneCallOfTwoGenerators_WithAWayOut_Builds(string caller, bool intercept) => Assert.Empty(Errors(caller, intercept));

    // The compiler finds a call again by the text of its file (CS9233), so neither of two such files can be touched; a third one is.
    [Fact]
    public void OneText_InTwoFiles_IsLeftAloneAndBuilds()
    {
        const string Linked = Usings + "file static class Linked { public static int Call() => Shop.Sell(1); }\n";
        var compilation = GeneratorHarness.Compile(("Shop.cs", Usings + Target), ("Shared.cs", Linked), ("Copy/Shared.cs", Linked), ("Other.cs", Linked + "// not the same"));
        var files = GeneratorHarness.Run(compilation, out _).GetRunResult().GeneratedTrees.Where(static tree => tree.FilePath.EndsWith(".Calls.g.cs", StringComparison.Ordinal));
        Assert.Contains("Other.cs(", Assert.Single(files).ToString(), StringComparison.Ordinal);
    }

    private static IEnumerable<string> Errors(string caller, bool intercept = true)
    {
        var compilation = GeneratorHarness.Compile(("Shop.cs", Usings + Target), ("Caller.cs", Usings + caller));
        var driver = CSharpGeneratorDriver.Create(
            [new InstrumentationGenerator().AsSourceGenerator(), new OtherGenerator().AsSourceGenerator()],
            parseOptions: (CSharpParseOptions)compilation.SyntaxTrees[0].Options,
            optionsProvider: new Options(intercept));
        return Emit(compilation, driver).Where(static diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning).Select(static diagnostic => diagnostic.Id);
    }

    // Whether a call can be intercepted is found out by the compiler's back end.
    private static IReadOnlyList<Diagnostic> Emit(Compilation compilation, GeneratorDriver driver)
    {
        driver.RunGeneratorsAndUpdateCompilation(compilation, out var after, out var said);
        Assert.Empty(said);
        using var image = new MemoryStream();
        return after.Emit(image).Diagnostics;
    }

    /// <summary>A generator that replaces calls of <c>Sell</c> too.</summary>
    private sealed class OtherGenerator : IIncrementalGenerator
    {
        public void Initialize(IncrementalGeneratorInitializationContext context)
        {
            var calls = context.SyntaxProvider.CreateSyntaxProvider(
                static (node, _) => node is Microsoft.CodeAnalysis.CSharp.Syntax.InvocationExpressionSyntax call && call.Expression.ToString() == "Shop.Sell",
                static (target, cancellation) => target.SemanticModel.GetInterceptableLocation((Microsoft.CodeAnalysis.CSharp.Syntax.InvocationExpressionSyntax)target.Node, cancellation)!.GetInterceptsLocationAttributeSyntax());
            context.RegisterImplementationSourceOutput(calls, static (output, location) => output.AddSource("Other.g.cs", SourceText.From($$"""
                namespace Instrumentation.Interceptors { file static class Other { {{location}} public static int Sell(int count) => 0; } }
                namespace System.Runtime.CompilerServices { [AttributeUsage(AttributeTargets.Method, AllowMultiple = true)] file sealed class InterceptsLocationAttribute : Attribute { public InterceptsLocationAttribute(int version, string data) { _ = version; _ = data; } } }
                """, Encoding.UTF8)));
        }
    }

    private sealed class Options(bool intercept) : Microsoft.CodeAnalysis.Diagnostics.AnalyzerConfigOptionsProvider
    {
        public override Microsoft.CodeAnalysis.Diagnostics.AnalyzerConfigOptions GlobalOptions { get; } = new Property(intercept);

        public override Microsoft.CodeAnalysis.Diagnostics.AnalyzerConfigOptions GetOptions(SyntaxTree tree) => GlobalOptions;

        public override Microsoft.CodeAnalysis.Diagnostics.AnalyzerConfigOptions GetOptions(AdditionalText textFile) => GlobalOptions;

        private sealed class Property(bool intercept) : Microsoft.CodeAnalysis.Diagnostics.AnalyzerConfigOptions
        {
            public override bool TryGetValue(string key, out string value)
            {
                value = intercept ? "true" : "false";
                return key == "build_property.InstrumentationInterceptCalls";
            }
        }
    }
}
