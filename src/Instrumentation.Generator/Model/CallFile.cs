using Instrumentation.Generator.Collections;

namespace Instrumentation.Generator.Model;

/// <summary>A source file with uses of instrumented methods.</summary>
/// <param name="HintName">Name of the generated file.</param>
/// <param name="FileName">Name of the source file, without folder.</param>
/// <param name="Methods">The methods with calls that are replaced.</param>
/// <param name="Coverage">How many calls of each method are measured, and how.</param>
internal sealed record CallFile(string HintName, string FileName, EquatableArray<InterceptedMethod> Methods, EquatableArray<MethodCoverage> Coverage)
{
    /// <summary>What the name of every generated file with replaced calls ends with.</summary>
    public const string HintEnding = ".Calls.g.cs";
}
