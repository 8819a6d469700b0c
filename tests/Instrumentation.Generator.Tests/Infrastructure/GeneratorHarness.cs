using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using System.Text;

namespace Instrumentation.Generator.Tests.Infrastructure;

/// <summary>Compiles sources as a user with the strictest settings would, with the generator.</summary>
internal static class GeneratorHarness
{
    /// <summary>What an SDK project has without asking.</summary>
    public const string GlobalUsings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Threading;
        global using System.Threading.Tasks;
        global using Instrumentation;
        """;

    private static readonly CSharpParseOptions s_parseOptions = CSharpParseOptions.Default
        .WithLanguageVersion(LanguageVersion.Preview)
        .WithDocumentationMode(DocumentationMode.Diagnose)
        .WithFeatures([new("InterceptorsNamespaces", "Instrumentation.Interceptors")]);

    private static readonly MetadataReference[] s_references =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(static path => Path.GetFileName(path) is var name && !name.StartsWith("Instrumentation.Generator", StringComparison.Ordinal) && !name.StartsWith("Instrumentation.Analyzers", StringComparison.Ordinal))
            .Select(static path => MetadataReference.CreateFromFile(path)),
    ];

    public static CSharpCompilation Compile(params (string Path, string Text)[] sources) => Compile("Tested", OutputKind.DynamicallyLinkedLibrary, sources);

    public static CSharpCompilation Compile(string assembly, OutputKind kind, params (string Path, string Text)[] sources) =>
        CSharpCompilation.Create(
            assembly,
            sources.Select(static source => Parse(source.Path, source.Text)),
            s_references,
            new CSharpCompilationOptions(kind, nullableContextOptions: NullableContextOptions.Enable, allowUnsafe: true, deterministic: true, optimizationLevel: OptimizationLevel.Release));

    /// <summary>An assembly that refers to another that was compiled with the generator.</summary>
    public static CSharpCompilation CompileAgainst(Compilation library, string assembly, OutputKind kind, params (string Path, string Text)[] sources)
    {
        using var image = new MemoryStream();
        var emitted = library.Emit(image);
        Assert.True(emitted.Success, string.Join("\n", emitted.Diagnostics));
        return Compile(assembly, kind, sources).AddReferences(MetadataReference.CreateFromImage(image.ToArray()));
    }

    public static SyntaxTree Parse(string path, string text) =>
        CSharpSyntaxTree.ParseText(SourceText.From(text, Encoding.UTF8), s_parseOptions, path);

    public static GeneratorDriver Driver(AnalyzerConfigOptionsProvider? options = null) =>
        CSharpGeneratorDriver.Create(
            [new InstrumentationGenerator().AsSourceGenerator()],
            parseOptions: s_parseOptions,
            optionsProvider: options,
            driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));

    /// <summary>Runs the generator; neither it nor the compiler may have anything to say that was not said before, warnings included.</summary>
    public static GeneratorDriver Run(Compilation before, out Compilation after, AnalyzerConfigOptionsProvider? options = null)
    {
        var driver = Driver(options).RunGeneratorsAndUpdateCompilation(before, out after, out var diagnostics);
        Assert.Empty(diagnostics);
        Assert.All(driver.GetRunResult().Results, static result => Assert.Null(result.Exception));
        var known = Warnings(before.GetDiagnostics()).ToHashSet(StringComparer.Ordinal);

        // Emitted, not only bound: whether an interceptor fits is found out by the compiler's back end.
        using var image = new MemoryStream();
        var added = Warnings(after.Emit(image).Diagnostics).Where(warning => !known.Contains(warning)).ToList();
        Assert.True(added.Count == 0, string.Join("\n", added));
        return driver;
    }

    /// <summary>The generated files of one source, by hint name.</summary>
    public static IReadOnlyDictionary<string, string> Generate(string source)
    {
        var driver = Run(Compile(("Source.cs", GlobalUsings + source)), out _);
        return driver.GetRunResult().Results.SelectMany(static result => result.GeneratedSources).ToDictionary(static file => file.HintName, static file => file.SourceText.ToString(), StringComparer.Ordinal);
    }

    /// <summary>Compiles with the generator and loads the result.</summary>
    public static Assembly Load(params (string Path, string Text)[] sources) => Load($"Tested{Guid.NewGuid():n}", sources);

    public static Assembly Load(string assembly, params (string Path, string Text)[] sources) => LoadCompiled(assembly, sources).Assembly;

    /// <summary>The same, with the compilation that the rules see.</summary>
    public static (Assembly Assembly, Compilation Compilation) LoadCompiled(string assembly, params (string Path, string Text)[] sources)
    {
        Run(Compile(assembly, OutputKind.DynamicallyLinkedLibrary, sources), out var compilation);
        using var image = new MemoryStream();
        var emitted = compilation.Emit(image);
        Assert.True(emitted.Success, string.Join("\n", emitted.Diagnostics));
        image.Position = 0;
        return (AssemblyLoadContext.Default.LoadFromStream(image), compilation);
    }

    private static IEnumerable<string> Warnings(IEnumerable<Diagnostic> diagnostics) =>
        diagnostics
            .Where(static diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning && !diagnostic.IsSuppressed)
            .Select(static diagnostic => $"{diagnostic}\n{Line(diagnostic)}");

    private static string Line(Diagnostic diagnostic) =>
        diagnostic.Location.SourceTree is { } tree ? tree.GetText().Lines[diagnostic.Location.GetLineSpan().StartLinePosition.Line].ToString() : string.Empty;
}
