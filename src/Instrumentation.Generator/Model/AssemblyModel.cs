using Instrumentation.Generator.Collections;

namespace Instrumentation.Generator.Model;

/// <summary>What the registrar needs of the compilation.</summary>
/// <param name="Name">Simple name of the assembly.</param>
/// <param name="IsExecutable">Whether it is started, and so calls the registrars of what it references.</param>
/// <param name="ReferencedRegistrars">Those registrars, fully qualified.</param>
internal sealed record AssemblyModel(string Name, bool IsExecutable, EquatableArray<string> ReferencedRegistrars);
