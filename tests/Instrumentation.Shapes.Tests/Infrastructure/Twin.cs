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
    public static Task RunAsync(IReadOnlyDictionary<string, int> expected, params (string Path, string Text)[] sources) => RunAsync(expected, sources, sources);

    /// <summary>The same of a program that is written otherwise for the generator: a method with two halves does not compile without it.</summary>
    public static async Task RunAsync(IReadOnlyDictionary<string, int> expected, (string Path, string Text)[] sources, (string Path, string Text)[] forGenerator)
    {
        var assembly = $"Shapes{Guid.NewGuid():n}";
        var plain = Compile(assembly, sources);
        AssertClean(plain);
        GeneratorHarness.Run(ReferenceEquals(sources, forGenerator) ? plain : Compile(assembly, forGenerator), out var woven);

        await CompareAsync(assembly, expected, () => LoadedProgram.RunAsync(plain), () => LoadedProgram.RunAsync(woven));
    }

    /// <summary>The same by the SDK's own compiler, which knows the newest language; what the rules say of it.</summary>
    public static Task<string> RunWithSdkAsync(Func<string, IReadOnlyDictionary<string, int>> expected, params (string Path, string Text)[] sources) => RunWithSdkAsync(expected, sources, sources);

    /// <summary>The same of a program that is written otherwise for the generator.</summary>
    public static async Task<string> RunWithSdkAsync(Func<string, IReadOnlyDictionary<string, int>> expected, (string Path, string Text)[] sources, (string Path, string Text)[] forGenerator)
    {
        var assembly = $"Shapes{Guid.NewGuid():n}";
        var plain = SdkCompiler.CompileAsync(assembly, woven: false, All(sources));
        var woven = await SdkCompiler.CompileAsync(assembly, woven: true, All(forGenerator));
        await CompareAsync(assembly, expected(woven.Said), async () => await LoadedProgram.RunAsync((await plain).Image), () => LoadedProgram.RunAsync(woven.Image));
        return woven.Said;
    }

    private static async Task CompareAsync(string assembly, IReadOnlyDictionary<string, int> expected, Func<Task<string>> plain, Func<Task<string>> woven)
    {
        using var spans = new SpanListener(assembly);
        var without = await plain();
        AssertNone(await Recorded.DifferenceAsync(expected.ToDictionary(static pair => pair.Key, static _ => 0, StringComparer.Ordinal)));
        var with = await woven();
        AssertNone(Difference(without, with));
        AssertNone(await Recorded.DifferenceAsync(expected));
    }

    private static Microsoft.CodeAnalysis.CSharp.CSharpCompilation Compile(string assembly, (string Path, string Text)[] sources) => GeneratorHarness.Compile(assembly, OutputKind.DynamicallyLinkedLibrary, All(sources));

    private static (string Path, string Text)[] All((string Path, string Text)[] sources) => [.. sources, ("Support.cs", Support.Text), ("Usings.cs", GeneratorHarness.GlobalUsings)];

    private static void AssertNone(string difference) => Assert.True(difference.Length == 0, difference);

    /// <summary>The first line that differs, with the sample that it belongs to.</summary>
    private static string Difference(string without, string with)
    {
        var (left, right) = (without.Split('\n'), with.Split('\n'));
        var at = Enumerable.Range(0, Math.Min(left.Length, right.Length)).FirstOrDefault(i => left[i] != right[i], -1);
        return string.Equals(without, with, StringComparison.Ordinal) ? string.Empty
            : at < 0 ? "One of the two says more:\n" + (left.Length > right.Length ? without : with)
            : $"{left.Take(at + 1).LastOrDefault(static line => line.StartsWith("-- ", StringComparison.Ordinal))}\nwithout: {left[at]}\nwith:    {right[at]}";
    }

    /// <summary>The program is what a user with the strictest settings writes: without a warning of its own.</summary>
    private static void AssertClean(Compilation compilation)
    {
        var said = compilation.GetDiagnostics().Where(static diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning && !diagnostic.IsSuppressed).ToList();
        Assert.True(said.Count == 0, "The program itself is wrong:\n" + string.Join("\n", said.Take(20)));
    }
}
