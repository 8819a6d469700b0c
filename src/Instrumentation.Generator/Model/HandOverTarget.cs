namespace Instrumentation.Generator.Model;

/// <summary>A wrapper of a method that is recorded in place: it records nothing and hands tags over.</summary>
/// <param name="Signature">The method's signature, as the wrapper calls it.</param>
/// <param name="Initialized">The type that is initialized first, because calling the method would do so, and whatever runs then would find the tags; null for none.</param>
internal sealed record HandOverTarget(MethodSignature Signature, string? Initialized);
