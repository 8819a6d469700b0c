using Instrumentation.Generator.Collections;

namespace Instrumentation.Generator.Model;

/// <summary>The coverage of a source file.</summary>
/// <param name="FileName">Name of the source file, without folder.</param>
/// <param name="Methods">The methods that are called in it.</param>
internal sealed record FileCoverage(string FileName, EquatableArray<MethodCoverage> Methods);
