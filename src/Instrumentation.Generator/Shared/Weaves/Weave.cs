namespace Instrumentation.Generator.Shared;

/// <summary>Where a method's own code records its calls, so that nothing in front of it may.</summary>
internal enum Weave
{
    /// <summary>In the generated half of a method whose body is another one's.</summary>
    Definition,

    /// <summary>In the builder of its own state machine.</summary>
    InPlace,
}
