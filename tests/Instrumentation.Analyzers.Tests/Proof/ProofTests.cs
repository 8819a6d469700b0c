using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Instrumentation.Analyzers.Rules;
using Instrumentation.Analyzers.Tests.Infrastructure;
using Microsoft.AspNetCore.Builder;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Instrumentation.Analyzers.Tests.Proof;

/// <summary>The programs of <c>docs/proof.md</c>: each has a defect that was shipped somewhere, and a build like ours, where warnings are errors, refuses it with the words that the page shows.</summary>
public sealed class ProofTests
{
    /// <summary>Each program of the page: a block of C#, and after it a block with what the build says.</summary>
    public static TheoryData<string, string> Programs()
    {
        var data = new TheoryData<string, string>();
        var blocks = File.ReadAllText(Page()).ReplaceLineEndings("\n").Split("\n```");
        for (var i = 1; i < blocks.Length; i++)
        {
            if (blocks[i].StartsWith("csharp\n", StringComparison.Ordinal))
            {
                data.Add(blocks[i]["csharp\n".Length..], blocks[i + 2]["text\n".Length..]);
            }
        }

        return data;
    }

    [Fact]
    public void Page_HasProgramsAndElevenClasses()
    {
        Assert.Equal(7, Programs().Count);
        Assert.Equal(Enumerable.Range(1, 11).Select(number => $"| {number} |"), File.ReadLines(Page()).Where(line => line.StartsWith("| ", StringComparison.Ordinal) && char.IsDigit(line[2])).Select(line => line[..(line.IndexOf('|', 2) + 1)]));
    }

    [Theory]
    [MemberData(nameof(Programs))]
    public async Task Program_IsRefused(string program, string message)
    {
        var compilation = CSharpCompilation.Create("Proof", [CSharpSyntaxTree.ParseText(program, path: "Program.cs")], References(), new CSharpCompilationOptions(OutputKind.ConsoleApplication, nullableContextOptions: NullableContextOptions.Enable, generalDiagnosticOption: ReportDiagnostic.Error));
        TestCompilation.AssertCompiles(compilation);
        var analyzers = typeof(TagHasNoBoundAnalyzer).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(DiagnosticAnalyzer)) && !type.IsAbstract && !type.IsSubclassOf(typeof(DiagnosticSuppressor)))
            .Select(type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!).ToImmutableArray();

        var errors = (await compilation.WithAnalyzers(analyzers).GetAnalyzerDiagnosticsAsync()).Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).OrderBy(diagnostic => diagnostic.Location.SourceSpan.Start);

        Assert.Equal(message, string.Join('\n', errors.Select(error => error.ToString())));
    }

    private static IEnumerable<MetadataReference> References() =>
        ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Append(typeof(TagAttribute).Assembly.Location)
            .Append(typeof(AspNetCoreInstrumentationApplicationExtensions).Assembly.Location)
            .Distinct(StringComparer.Ordinal)
            .Where(path => Path.GetFileName(path) is var name && (name.StartsWith("System.", StringComparison.Ordinal) || name.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal) || name.StartsWith("Microsoft.Extensions.", StringComparison.Ordinal) || name is "Instrumentation.Runtime.dll" or "Instrumentation.AspNetCore.dll" or "mscorlib.dll" or "netstandard.dll"))
            .Select(path => MetadataReference.CreateFromFile(path));

    private static string Page([CallerFilePath] string file = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, "../../../docs/proof.md"));
}
