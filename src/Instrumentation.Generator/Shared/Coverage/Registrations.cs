using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Instrumentation.Generator.Shared;

/// <summary>What is handed to the container, which puts decorators in front of it: an instance, or what a factory returns.</summary>
internal static class Registrations
{
    private const string Container = "Microsoft.Extensions.DependencyInjection.IServiceCollection";
    private const string Descriptor = "Microsoft.Extensions.DependencyInjection.ServiceDescriptor";

    private static readonly ConditionalWeakTable<SyntaxTree, HashSet<string>> s_names = new();

    /// <summary>Whether a value goes to the container as it is.</summary>
    public static bool Take(IOperation value)
    {
        for (var current = value; current is not null; current = current.Parent)
        {
            switch (current.Parent)
            {
                case IConversionOperation or IParenthesizedOperation or ICoalesceOperation or ISwitchExpressionArmOperation or ISwitchExpressionOperation or IDelegateCreationOperation:
                case IConditionalOperation conditional when conditional.Condition != current:
                    break;
                case IArgumentOperation { Parent: IInvocationOperation call }:
                    return IsRegistration(call.TargetMethod);
                case IArgumentOperation { Parent: IObjectCreationOperation { Constructor: { } constructor } }:
                    return constructor.ContainingType.ToDisplayString() == Descriptor;
                case IReturnOperation:
                    return Factory(current.Parent) switch
                    {
                        IAnonymousFunctionOperation lambda => Take(lambda),
                        { SemanticModel: { } model } body => (body as ILocalFunctionOperation)?.Symbol is var local && IsFactory(local ?? model.GetEnclosingSymbol(current.Syntax.SpanStart) as IMethodSymbol, model.Compilation),
                        _ => false,
                    };
                default:
                    return false;
            }
        }

        return false;
    }

    /// <summary>The names that stand in arguments of a file's registrations: a method among them may be a factory.</summary>
    public static HashSet<string> Names(SyntaxTree tree, CancellationToken cancellation) =>
        s_names.GetValue(tree, key => new HashSet<string>(
            key.GetRoot(cancellation).DescendantNodes().OfType<InvocationExpressionSyntax>()
                .Where(static call => CallSyntax.NameOf(call) is { Identifier.ValueText: var name } && (name.Contains("Singleton") || name.Contains("Scoped") || name.Contains("Transient")))
                .SelectMany(static call => call.ArgumentList.DescendantNodes().OfType<SimpleNameSyntax>())
                .Select(static name => name.Identifier.ValueText),
            StringComparer.Ordinal));

    private static IOperation? Factory(IOperation returned)
    {
        var current = returned.Parent;
        while (current is { Parent: { } parent } and not (IAnonymousFunctionOperation or ILocalFunctionOperation))
        {
            current = parent;
        }

        return current;
    }

    private static bool IsFactory(IMethodSymbol? method, Compilation compilation) =>
        method is not null
        && (method.Parameters.Any(static parameter => parameter.Type.ToDisplayString() == "System.IServiceProvider")
            || compilation.SyntaxTrees.Any(tree => Names(tree, CancellationToken.None).Contains(method.Name)));

    private static bool IsRegistration(IMethodSymbol method) =>
        method.ContainingType.ToDisplayString() == Descriptor
        || (method.ReducedFrom ?? method).Parameters.Any(static parameter => parameter.Type.ToDisplayString() == Container);
}
