namespace Instrumentation.GeneratorBenchmarks.Synthetic;

/// <summary>A file of the synthetic program.</summary>
internal sealed record SourceFile(string Path, string Text);
