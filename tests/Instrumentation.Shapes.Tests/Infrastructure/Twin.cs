using Instrumentation.Generator.Tests.Infrastructure;
using Microsoft.CodeAnalysis;

namespace Instrumentation.Shapes.Tests.Infrastructure;

/// <summary>
/// A program that is compiled and run twice, without the generator and with it: what it says must be the same, and each measured call must
/// have been recorded once.
/// </summary>
internal static class Twin
{
    /// <summary>Runs <c>Entry.Run()</c> of both; <paramref name="expected"/> is the number of recordings of each metric.</summary>
    public static async Task RunAsync(IReadOnlyDictionary<string, int> expected, params (string Path, string Text)[] sources)
    {
        var assembly = $"Shapes{Guid.NewGuid():n}";
        var plain = GeneratorHarness.Compile(assembly, OutputKind.DynamicallyLinkedLibrary, [.. sources, ("Support.cs", Support.Text), ("Usings.cs", GeneratorHarness.GlobalUsings)]);
        AssertClean(plain);
        GeneratorHarness.Run(plain, out var woven);

        using var spans = new SpanListener(assembly);
        var without = await LoadedProgram.RunAsync(plain);
        Assert.Equal(string.Empty, await Recorded.DifferenceAsync(expected.ToDictionary(static pair => pair.Key, static _ => 0, StringComparer.Ordinal)));
        var with = await LoadedProgram.RunAsync(woven);
        Assert.Equal(without, with);
        Assert.Equal(string.Empty, await Recorded.DifferenceAsync(expected));
    }

    /// <summary>The program is what a user with the strictest settings writes: without a warning of its own.</summary>
    private static void AssertClean(Compilation compilation)
    {
        var said = compilation.GetDiagnostics().Where(static diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning && !diagnostic.IsSuppressed).ToList();
        Assert.True(said.Count == 0, "The program itself is wrong:\n" + string.Join("\n", said.Take(20)));
    }
}
