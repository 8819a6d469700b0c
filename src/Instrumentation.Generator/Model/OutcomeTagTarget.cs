using Instrumentation.Generator.Collections;

namespace Instrumentation.Generator.Model;

/// <summary>The tag that carries an instrument's outcome.</summary>
/// <param name="Name">Name of the tag.</param>
/// <param name="Values">Names of the outcomes in the order of their numbers; empty for the default ones.</param>
internal sealed record OutcomeTagTarget(string Name, EquatableArray<string> Values);
