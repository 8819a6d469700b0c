namespace Instrumentation.GeneratorBenchmarks.Synthetic;

/// <summary>
/// A service of the size that the budgets name: 1,000 annotated methods in 200 classes and 100 files, half of the classes behind interfaces; 10,000 calls of them in 100 other
/// files; and 100 files that have neither.
/// </summary>
internal static class SyntheticProgram
{
    public const int ServiceFiles = 100;
    public const int ClassesPerFile = 2;
    public const int CallerFiles = 100;
    public const int PlainFiles = 100;

    private const int LargeServiceFiles = 10;
    private const int LargeFiles = 370;

    public static int Methods => ServiceFiles * ClassesPerFile * ServiceSource.MethodsPerClass;

    public static int Calls => CallerFiles * CallerSource.CallsPerFile;

    /// <summary>A program of 100,000 lines, the generated ones included, of which most are neither annotated nor call what is: 100 annotated methods, 1,000 calls of them.</summary>
    public static IEnumerable<SourceFile> Large =>
    [
        new("Model.cs", ModelSource.Text),
        .. Enumerable.Range(0, LargeServiceFiles).SelectMany(static i => new SourceFile[] { new($"Services/Area{i:000}.cs", ServiceSource.Text(i)), new($"Flows/Flow{i:000}.cs", CallerSource.Text(i, LargeServiceFiles)) }),
        .. Enumerable.Range(0, LargeFiles).SelectMany(static i => new SourceFile[] { new($"Clients/Client{i:000}.cs", ClientSource.Text(i)), new($"Plain/Table{i:000}.cs", PlainSource.Text(i)) }),
    ];

    /// <summary>Each file with calls calls a hundred different methods: as many interceptors as calls, the worst case.</summary>
    public static IReadOnlyList<SourceFile> Files { get; } = Program(static i => CallerSource.Text(i));

    /// <summary>Each file with calls calls ten different methods, ten times each.</summary>
    public static IReadOnlyList<SourceFile> Repeated { get; } = Program(CallerSource.Repeated);

    private static IReadOnlyList<SourceFile> Program(Func<int, string> caller) =>
    [
        new("Model.cs", ModelSource.Text),
        .. Enumerable.Range(0, ServiceFiles).Select(static i => new SourceFile($"Services/Area{i:000}.cs", ServiceSource.Text(i))),
        .. Enumerable.Range(0, CallerFiles).Select(i => new SourceFile($"Flows/Flow{i:000}.cs", caller(i))),
        .. Enumerable.Range(0, PlainFiles).Select(static i => new SourceFile($"Plain/Table{i:000}.cs", PlainSource.Text(i))),
    ];
}
