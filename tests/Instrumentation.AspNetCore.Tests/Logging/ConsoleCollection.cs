namespace Instrumentation.AspNetCore.Tests.Logging;

/// <summary>The console is the process's, so these tests run by themselves.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class ConsoleCollection
{
    public const string Name = "Console";
}
