namespace Instrumentation.Analyzers.Rules.Hygiene;

/// <summary>Where a call moves an instrument.</summary>
internal enum Movement
{
    Up,
    Down,

    /// <summary>Not known when the program is built.</summary>
    Either,
}
