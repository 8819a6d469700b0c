using Instrumentation.Generator.Collections;

namespace Instrumentation.Generator.Model;

/// <summary>An instrumented method with its calls in one file.</summary>
/// <param name="Holder">The class with its wrapper, fully qualified.</param>
/// <param name="Id">Name of its wrapper.</param>
/// <param name="Signature">Its signature.</param>
/// <param name="Calls">The calls.</param>
internal sealed record InterceptedMethod(string Holder, string Id, MethodSignature Signature, EquatableArray<CallLocation> Calls);
