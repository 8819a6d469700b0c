using Instrumentation.Generator.Collections;

namespace Instrumentation.Generator.Model;

/// <summary>A log message some of whose values are classified.</summary>
/// <param name="Template">The message with its placeholders.</param>
/// <param name="Fields">The parameters that carry a data classification.</param>
internal sealed record ClassifiedMessage(string Template, EquatableArray<string> Fields);
