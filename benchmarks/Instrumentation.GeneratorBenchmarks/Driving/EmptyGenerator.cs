using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Instrumentation.GeneratorBenchmarks.Driving;

/// <summary>
/// The least that any generator which reads sources does: it looks at each file and keeps nothing. What it costs is the driver's own work.
/// </summary>
internal sealed class EmptyGenerator : IIncrementalGenerator
{
    public void Initialize(IncrementalGeneratorInitializationContext context) =>
        context.RegisterSourceOutput(
            context.SyntaxProvider.CreateSyntaxProvider(static (node, _) => node is CompilationUnitSyntax, static (_, _) => 0).Collect(),
            static (_, _) => { });
}
