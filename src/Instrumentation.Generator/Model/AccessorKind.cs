namespace Instrumentation.Generator.Model;

/// <summary>How a wrapper reaches the method it calls.</summary>
internal enum AccessorKind
{
    /// <summary>By its name.</summary>
    None,

    /// <summary>By an accessor, because it is private or protected.</summary>
    Instance,

    /// <summary>By an accessor of a static method.</summary>
    Static,

    /// <summary>By an accessor of a method of a static class, which cannot be the type of a parameter.</summary>
    StaticClass,
}
