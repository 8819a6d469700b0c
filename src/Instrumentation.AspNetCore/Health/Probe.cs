namespace Instrumentation.AspNetCore.Health;

/// <summary>What is asked for.</summary>
internal enum Probe
{
    All,
    Live,
    Ready,
    Startup,
}
