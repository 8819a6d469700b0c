namespace Instrumentation.Shapes.Tests.Programs;

/// <summary>How a random method ends.</summary>
internal enum Ending
{
    Returns,
    Throws,
    Cancels,
    TimesOut,
}
