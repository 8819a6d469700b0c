using Instrumentation.Generator.Emission;
using Instrumentation.Generator.Parsing;
using Microsoft.CodeAnalysis;

namespace Instrumentation.Generator;

/// <summary>
/// Notes which values of log messages carry a data classification on the logging method's parameter: the framework's own generator forgets it, and at run time nobody could tell.
/// </summary>
[Generator(LanguageNames.CSharp)]
public sealed class LogRedactionGenerator : IIncrementalGenerator
{
    private const string LoggerMessage = "Microsoft.Extensions.Logging.LoggerMessageAttribute";

    /// <inheritdoc />
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var messages = context.SyntaxProvider
            .ForAttributeWithMetadataName(
                LoggerMessage,
                static (node, _) => ClassifiedMessageParser.IsCandidate(node),
                static (target, _) => ClassifiedMessageParser.Parse((IMethodSymbol)target.TargetSymbol, target.Attributes[0]))
            .Where(static message => message is not null)
            .Select(static (message, _) => message!)
            .WithTrackingName(StepNames.ClassifiedMessages)
            .Collect();
        context.RegisterImplementationSourceOutput(messages, ClassifiedMessageEmitter.Emit);
    }
}
