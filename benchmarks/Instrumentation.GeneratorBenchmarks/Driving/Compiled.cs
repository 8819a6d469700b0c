using System.Text;
using Instrumentation.GeneratorBenchmarks.Synthetic;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace Instrumentation.GeneratorBenchmarks.Driving;

/// <summary>The synthetic program as the compiler holds it.</summary>
internal static class Compiled
{
    public static CSharpParseOptions ParseOptions { get; } = CSharpParseOptions.Default
        .WithLanguageVersion(LanguageVersion.Preview)
        .WithFeatures([new("InterceptorsNamespaces", "Instrumentation.Interceptors")]);

    // What this process runs on, without its compiler and our components: the framework and the runtime library.
    public static IReadOnlyList<string> References { get; } =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(static path => Path.GetFileName(path) is var name && (name.StartsWith("System.", StringComparison.Ordinal) || name is "netstandard.dll" or "mscorlib.dll" or "Instrumentation.Runtime.dll")),
    ];

    private static readonly MetadataReference[] s_references = [.. References.Select(static path => MetadataReference.CreateFromFile(path))];

    public static CSharpCompilation Program() => Create(SyntheticProgram.Files);

    public static CSharpCompilation Create(IEnumerable<SourceFile> files) =>
        CSharpCompilation.Create(
            "Synthetic",
            files.Select(static file => Parse(file.Path, file.Text)),
            s_references,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable, optimizationLevel: OptimizationLevel.Release, deterministic: true));

    public static SyntaxTree Parse(string path, string text) => CSharpSyntaxTree.ParseText(SourceText.From(text, Encoding.UTF8), ParseOptions, path);

    public static GeneratorDriver Driver(IIncrementalGenerator generator, bool track = false) =>
        CSharpGeneratorDriver.Create(
            [generator.AsSourceGenerator()],
            parseOptions: ParseOptions,
            driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: track));
}
