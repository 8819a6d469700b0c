using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Instrumentation.GeneratorBenchmarks.Driving;

/// <summary>What a generator pays for asking the compiler for the carriers of our attributes, and doing nothing with them: the usual pipeline, emptied.</summary>
internal sealed class AttributeGenerator : IIncrementalGenerator
{
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        foreach (var attribute in (string[])["Instrumentation.InstrumentedAttribute", "Instrumentation.MetricCounterAttribute", "Instrumentation.TagAttribute"])
        {
            context.RegisterSourceOutput(
                context.SyntaxProvider.ForAttributeWithMetadataName(attribute, static (node, _) => node is MemberDeclarationSyntax, static (_, _) => 0).Collect(),
                static (_, _) => { });
        }
    }
}
