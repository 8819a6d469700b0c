using Instrumentation.Generator.Collections;

namespace Instrumentation.Generator.Model;

/// <summary>A class without instrumented methods of its own that inherits some, and so has a decorator but no wrappers.</summary>
/// <param name="HintName">Start of its generated file's name.</param>
/// <param name="Namespace">Its namespace; null for the global one.</param>
/// <param name="Display">The class's name for people.</param>
/// <param name="Decorator">The decorator.</param>
internal sealed record DerivedTarget(string HintName, string? Namespace, string Display, DecoratorTarget Decorator);
