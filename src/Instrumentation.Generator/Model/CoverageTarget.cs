using Instrumentation.Generator.Collections;

namespace Instrumentation.Generator.Model;

/// <summary>The coverage that is embedded in an assembly.</summary>
/// <param name="Files">Files with calls of instrumented methods, in order of their names.</param>
/// <param name="Decorated">Classes with a decorator, in order of their names.</param>
internal sealed record CoverageTarget(EquatableArray<FileCoverage> Files, EquatableArray<string> Decorated);
