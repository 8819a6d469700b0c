namespace Instrumentation.Analyzers;

/// <summary>Properties of diagnostics by which rules tell the fixes what a method can become.</summary>
internal static class WeaveProperties
{
    /// <summary>It can give its body to a method of its own.</summary>
    public const string Definition = "Definition";

    /// <summary>It can be made <c>async partial</c>.</summary>
    public const string InPlace = "InPlace";
}
