using Instrumentation.Generator.Collections;

namespace Instrumentation.Generator.Model;

/// <summary>What a file declares that gets code: types with wrappers, with instruments that are called by hand, with observed gauges, and with inherited methods that are instrumented.</summary>
internal sealed record FileTargets(EquatableArray<TypeTarget> Types, EquatableArray<HandCalledTarget> HandCalled, EquatableArray<ObservedTarget> Observed, EquatableArray<DerivedTarget> Derived);
