using Instrumentation.Generator.Collections;

namespace Instrumentation.Generator.Model;

/// <summary>A source file with calls of instrumented methods.</summary>
/// <param name="HintName">Name of the generated file.</param>
/// <param name="FileName">Name of the source file, without folder.</param>
/// <param name="Methods">The methods called, each with its calls.</param>
internal sealed record CallFile(string HintName, string FileName, EquatableArray<InterceptedMethod> Methods);
