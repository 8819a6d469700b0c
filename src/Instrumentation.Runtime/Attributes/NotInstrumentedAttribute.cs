namespace Instrumentation;

/// <summary>Leaves a method out of an <see cref="InstrumentedAttribute"/> on its type.</summary>
/// <example>
/// <code>
/// [Instrumented]
/// public sealed class SchemaService
/// {
///     [NotInstrumented] public bool IsReady() =&gt; …;
/// }
/// </code>
/// </example>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Interface, Inherited = false)]
public sealed class NotInstrumentedAttribute : Attribute;
