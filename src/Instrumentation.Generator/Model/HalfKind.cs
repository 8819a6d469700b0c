namespace Instrumentation.Generator.Model;

/// <summary>What the generated half of a partial method does.</summary>
internal enum HalfKind
{
    /// <summary>It is the body, and calls the wrapper of the method that has the user's.</summary>
    Body,

    /// <summary>It is the declaration, and names the builder that records.</summary>
    Builder,

    /// <summary>It is the declaration alone: callers record.</summary>
    Declaration,
}
