namespace Instrumentation;

/// <summary>Leaves calls as they are written: those inside the code it stands on, and those of the method it stands on.</summary>
/// <remarks>
/// <list type="bullet">
/// <item>The way out where another generator intercepts the same call, which the compiler refuses (CS9153).</item>
/// <item>On an assembly, the same as <c>&lt;InstrumentationInterceptCalls&gt;false&lt;/InstrumentationInterceptCalls&gt;</c> in the project. For a single call end its
/// line with the comment <c>// instrumentation: off</c>.</item>
/// <item>Calls that go through a decorator are measured all the same.</item>
/// </list>
/// </remarks>
/// <example>
/// <code>
/// [NotIntercepted]
/// public Task WarmUpAsync() =&gt; _repository.FindAsync("warm-up");   // this call is not measured
/// </code>
/// </example>
[AttributeUsage(
    AttributeTargets.Assembly | AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Interface | AttributeTargets.Method | AttributeTargets.Constructor | AttributeTargets.Property,
    Inherited = false)]
public sealed class NotInterceptedAttribute : Attribute;
