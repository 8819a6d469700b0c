using System.Collections;
using System.Reflection;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace Instrumentation.Generator.Tests.Infrastructure;

/// <summary>Looks at what the pipeline's steps keep and at how they ran.</summary>
internal static class StepGuard
{
    /// <summary>Why each output of a step was made in the last run.</summary>
    public static IReadOnlyList<IncrementalStepRunReason> Reasons(this GeneratorDriver driver, string step) =>
        driver.GetRunResult().Results[0].TrackedSteps.TryGetValue(step, out var steps)
            ? [.. steps.SelectMany(static run => run.Outputs).Select(static output => output.Reason)]
            : [];

    /// <summary>Fails if anything reachable from a step's outputs is a Roslyn object: it would keep a compilation alive or never be equal.</summary>
    public static void AssertHoldsNoRoslynState(this GeneratorDriver driver, string step)
    {
        var seen = new HashSet<object>(ReferenceEqualityComparer.Instance);
        foreach (var output in driver.GetRunResult().Results[0].TrackedSteps[step].SelectMany(static run => run.Outputs))
        {
            Visit(output.Value, step, seen);
        }
    }

    private static void Visit(object? node, string step, HashSet<object> seen)
    {
        if (node is null || node is string || node.GetType().IsPrimitive || node.GetType().IsEnum || !seen.Add(node))
        {
            return;
        }

        // 'is', so that implementations of ISymbol and subclasses of SyntaxNode are caught.
        Assert.False(
            node is ISymbol or SyntaxNode or SyntaxTree or Compilation or Location or SemanticModel or AttributeData or IOperation,
            $"{step} keeps a {node.GetType().Name}");
        // A default ImmutableArray cannot be enumerated; its field is visited below.
        if (node is IEnumerable items && !node.GetType().Name.StartsWith("ImmutableArray", StringComparison.Ordinal))
        {
            foreach (var item in items)
            {
                Visit(item, step, seen);
            }
        }

        for (var type = node.GetType(); type is not null && type != typeof(object) && type.Assembly != typeof(RuntimeHelpers).Assembly; type = type.BaseType)
        {
            foreach (var field in type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            {
                Visit(field.GetValue(node), step, seen);
            }
        }
    }
}
