namespace Instrumentation.Shapes.Tests.Programs;

/// <summary>A program of random methods, each in a file and a namespace of its own.</summary>
internal sealed class RandomProgram
{
    private RandomProgram(IReadOnlyList<(string Path, string Text)> files, IReadOnlyList<(string Path, string Text)> plainFiles, IReadOnlyDictionary<string, int> expected, IReadOnlyList<HashSet<Feature>> features) =>
        (Files, PlainFiles, Expected, Features) = (files, plainFiles, expected, features);

    public IReadOnlyList<(string Path, string Text)> Files { get; }

    /// <summary>The same as they are without the generator, which writes halves of methods.</summary>
    public IReadOnlyList<(string Path, string Text)> PlainFiles { get; }

    public IReadOnlyDictionary<string, int> Expected { get; }

    /// <summary>What each sample is an example of.</summary>
    public IReadOnlyList<HashSet<Feature>> Features { get; }

    /// <param name="samples">The samples.</param>
    /// <param name="name">Unique to the program: metrics belong to the process.</param>
    public static RandomProgram Make(IReadOnlyList<Sample> samples, string name)
    {
        var files = new List<(string, string)>();
        var plainFiles = new List<(string, string)>();
        var expected = new Dictionary<string, int>(StringComparer.Ordinal);
        var features = new List<HashSet<Feature>>();
        var calls = new List<string>();
        for (var i = 0; i < samples.Count; i++)
        {
            var (text, plain, has) = File(samples[i], i, $"{name}_{i}", expected);
            files.Add(($"S{i}.cs", text));
            plainFiles.Add(($"S{i}.cs", plain));
            features.Add(has);
            calls.Add($"await Log.Try(\"S{i}\", Shapes.S{i}.{Caller(text)}.Body);");
        }

        var entry = ("Entry.cs", $$"""
            #pragma warning disable CS1591
            using Support;
            public static class Program { public static int Twice(int a) => a * 2; }
            public static class Entry { public static async Task<string> Run() { {{string.Join("\n", calls)}} return Log.Text; } }
            """);
        return new RandomProgram([.. files, entry], [.. plainFiles, entry], expected, features);
    }

    private static string Caller(string text) => text.Contains("class Runner", StringComparison.Ordinal) ? "Runner" : "Subject";

    private static (string Text, string Plain, HashSet<Feature> Features) File(Sample sample, int position, string metric, Dictionary<string, int> expected)
    {
        var choices = new Choices(sample.Numbers);
        var method = new RandomMethod(choices, metric);
        var placed = new Places(choices, method).Make();
        var features = new HashSet<Feature>(method.Features.Concat(placed.Features));
        var forms = new CallForms(choices, method, features, placed.RecordsItself);
        var statements = forms.Around(placed.Setup + forms.Statements(placed.Receiver, placed.Extension, placed.After, placed.CanBeNull));
        var calls = !placed.IsMeasured ? 0 : placed.EndsWhenReturned && !features.Contains(Feature.MethodGroup) ? 1 : forms.Recorded;
        foreach (var (name, endings) in method.Recorded)
        {
            expected[name] = endings.Contains(placed.EndsWhenReturned ? Ending.Returns : method.Ending) ? calls : 0;
        }

        var body = method.Result.IsAwaited
            ? $"public static async Task Body() {{ {statements} }}"
            : $"public static {(method.IsUnsafe ? "unsafe " : string.Empty)}Task Body() {{ {statements} return Task.CompletedTask; }}";
        return (Text(placed.Types), Text(placed.PlainTypes ?? placed.Types), features);

        string Text(string types) => $"#pragma warning disable CS1591, CS8424, CS8425, CS1066\nusing Support;\nnamespace Shapes.S{position};\n{types.Replace("{BODY}", body, StringComparison.Ordinal).Replace("; ", ";\n", StringComparison.Ordinal).Replace("public static class Runner", "\n#line 1000 // Callers ask for the line, also of the program with more lines above.\npublic static class Runner", StringComparison.Ordinal)}\n";
    }
}
