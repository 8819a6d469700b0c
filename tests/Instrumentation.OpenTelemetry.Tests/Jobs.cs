namespace Instrumentation.OpenTelemetry.Tests;

/// <summary>Instrumented code as a user has it.</summary>
internal sealed class Jobs
{
    [Instrumented(SpanName = "outer")]
    public void Outer(Action inner)
    {
        Quiet();
        inner();
        Quiet();
    }

    [Instrumented(SpanName = "quiet")]
    public void Quiet()
    {
    }

    [Instrumented(SpanName = "failing")]
    public void Fail() => throw new InvalidOperationException("secret");
}
