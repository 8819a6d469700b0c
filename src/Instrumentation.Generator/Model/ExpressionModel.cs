using Instrumentation.Generator.Collections;

namespace Instrumentation.Generator.Model;

/// <summary>A user's expression, rewritten so that it compiles in generated code.</summary>
/// <param name="Code">The expression.</param>
/// <param name="Inputs">The wrapper's parameters that it reads, the receiver included.</param>
/// <param name="UsesResult">Whether it reads the result, and so waits for the call's end.</param>
/// <param name="CanThrow">Whether evaluating it can fail.</param>
internal sealed record ExpressionModel(string Code, EquatableArray<InputModel> Inputs, bool UsesResult, bool CanThrow);
