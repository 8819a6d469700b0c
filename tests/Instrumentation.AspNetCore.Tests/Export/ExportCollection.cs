namespace Instrumentation.AspNetCore.Tests.Export;

/// <summary>Activity sources are the process's: a provider sees the spans of every host, so these tests run by themselves.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class ExportCollection
{
    public const string Name = "Export";
}
