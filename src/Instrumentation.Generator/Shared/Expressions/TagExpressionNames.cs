using System;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Instrumentation.Generator.Shared;

/// <summary>Names of the locals that the code of a tag expression reads besides the parameters.</summary>
/// <remarks>A parameter that has the name already keeps it, and the local gets an underscore appended; so ask here, with the method.</remarks>
internal static class TagExpressionNames
{
    /// <summary>The word for the awaited result inside an expression.</summary>
    public const string ResultWord = "result";

    /// <summary>The local that holds the instance.</summary>
    public static string Target(IMethodSymbol method) => Free(method, "target");

    /// <summary>The local that holds the awaited result.</summary>
    public static string Result(IMethodSymbol method) => Free(method, ResultWord);

    /// <summary>A name as it is written in code: keywords get their <c>@</c>, and so do the contextual ones that mean something inside an expression.</summary>
    public static string Escape(string name) =>
        SyntaxFacts.GetKeywordKind(name) != SyntaxKind.None || name is "await" or "from" or "when" or "with" or "and" or "or" or "not" or "nameof" or "field" or "var" or "dynamic"
            ? "@" + name
            : name;

    private static string Free(IMethodSymbol method, string name)
    {
        while (method.Parameters.Any(parameter => string.Equals(parameter.Name, name, StringComparison.Ordinal)))
        {
            name += "_";
        }

        return name;
    }
}
