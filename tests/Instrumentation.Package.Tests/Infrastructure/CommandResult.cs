namespace Instrumentation.Package.Tests.Infrastructure;

/// <summary>What a command left behind.</summary>
/// <param name="ExitCode">0 where it succeeded.</param>
/// <param name="Output">Both streams.</param>
internal sealed record CommandResult(int ExitCode, string Output)
{
    /// <summary>The output of a command that succeeded; any other fails the test with it.</summary>
    public string Succeeded()
    {
        Assert.True(ExitCode == 0, $"Exit code {ExitCode}:\n{Output}");
        return Output;
    }
}
