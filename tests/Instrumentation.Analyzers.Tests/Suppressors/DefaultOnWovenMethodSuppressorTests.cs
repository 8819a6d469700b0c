using Instrumentation.Analyzers.Suppressors;
using Instrumentation.Analyzers.Tests.Infrastructure;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Instrumentation.Analyzers.Tests.Suppressors;

/// <summary>A default value on the written half of a method is no mistake where ours repeats it, and only there.</summary>
public sealed class DefaultOnWovenMethodSuppressorTests
{
    private const string Body = "public partial class C { [Instrumented] public async partial Task M(int a = 1) => await Task.Yield(); }";

    private const string Half = "namespace N; public partial class C { public partial System.Threading.Tasks.Task M(int a = 1); }";

    [Theory]
    [InlineData("C.Halves.g.cs", 0)]
    [InlineData("Other.g.cs", 1)]
    [InlineData("C.cs", 1)]
    public async Task Default_OnWrittenHalf_IsReportedUnlessOursRepeatsIt(string file, int reported)
    {
        var compilation = TestCompilation.Create(RuleHarness.Usings + "namespace N; " + Body).AddSyntaxTrees(CSharpSyntaxTree.ParseText(Half, path: file));
        TestCompilation.AssertCompiles(compilation);
        var all = await compilation.WithAnalyzers([new DefaultOnWovenMethodSuppressor()], new CompilationWithAnalyzersOptions(new AnalyzerOptions([]), null, true, false, reportSuppressedDiagnostics: true)).GetAllDiagnosticsAsync();
        var found = Assert.Single(all, static diagnostic => diagnostic.Id == "CS1066");
        Assert.Equal(reported, found.IsSuppressed ? 0 : 1);
    }
}
