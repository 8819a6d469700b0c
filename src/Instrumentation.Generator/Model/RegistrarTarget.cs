using Instrumentation.Generator.Collections;

namespace Instrumentation.Generator.Model;

/// <summary>An assembly's registrar.</summary>
/// <param name="Assembly">The assembly.</param>
/// <param name="Types">Its instrumented types.</param>
internal sealed record RegistrarTarget(AssemblyModel Assembly, EquatableArray<Registration> Types);
