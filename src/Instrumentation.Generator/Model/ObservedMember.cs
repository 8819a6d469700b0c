using Instrumentation.Generator.Collections;

namespace Instrumentation.Generator.Model;

/// <summary>A property or method that observed gauges read.</summary>
/// <param name="Target">The gauges and their tags.</param>
/// <param name="Read">The expression that reads the value, as a <see langword="double"/>.</param>
/// <param name="Aggregates">What each gauge shows where several objects have the same tags: members of <c>GaugeAggregate</c>.</param>
internal sealed record ObservedMember(MethodTarget Target, string Read, EquatableArray<string> Aggregates);
