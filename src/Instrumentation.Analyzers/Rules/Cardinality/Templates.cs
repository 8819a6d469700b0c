using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Instrumentation.Analyzers.Rules.Cardinality;

/// <summary>Values that are called after the template they come from: routes are as many as are written.</summary>
internal static class Templates
{
    private static readonly string[] s_words = ["route", "template", "pattern", "rawtext", "endpoint", "normaliz", "sanitiz", "categor", "bucket"];

    /// <summary>Whether a value's last name says so.</summary>
    public static bool Are(IOperation value) => value.DescendantsAndSelf().Any(static each => each switch
    {
        ILocalReferenceOperation { Local.Name: var name } => Say(name),
        IParameterReferenceOperation { Parameter.Name: var name } => Say(name),
        IMemberReferenceOperation { Member.Name: var name } => Say(name),
        IInvocationOperation { TargetMethod.Name: var name } => Say(name),
        _ => false,
    });

    private static bool Say(string name) => s_words.Any(word => name.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0);
}
