using System.Runtime.CompilerServices;
using System.Text;
using Instrumentation.Generator.Tests.Infrastructure;
using Instrumentation.Shapes.Tests.Infrastructure;
using Instrumentation.Shapes.Tests.Matrix;
using Microsoft.CodeAnalysis;

namespace Instrumentation.Shapes.Tests;

/// <summary>Makes <c>docs/shapes.md</c>: every cell is compiled under the strictest settings and run before it is written.</summary>
public sealed class ShapesPageTests
{
    private const string Head = """
        # Shapes

        Each shape of C# with each weave: **woven**, or left alone, with the reason that the rule gives. This page is made by a test, which compiles
        each cell under the strictest settings, runs it with and without the generator, and compares what it says; a woven call is recorded exactly
        once, one that is left alone not at all. Each is compiled twice: by the compiler that the generator is built on, and by the SDK's own as C# 14.

        The last two columns are of methods that record their own calls, written as the code fixes write them: with the body in `<Name>Core`, and, in the same shape but async, as
        `async partial`. A dash stands where C# has no such form of the shape: a member of an extension block cannot be partial, a method with a span or a parameter by reference not async.


        """;

    private static readonly IReadOnlyList<Shape> s_shapes = [.. SignatureShapes.All, .. TypeShapes.All, .. CallShapes.All];

    [Fact]
    public async Task Page_IsWhatTheCellsSay()
    {
        var cells = Cells(s_shapes, "cell");
        var sources = Program(cells);
        var compilation = GeneratorHarness.Compile("Cells", OutputKind.DynamicallyLinkedLibrary, [.. sources, ("Support.cs", Support.Text), ("Usings.cs", GeneratorHarness.GlobalUsings)]);
        var refusals = cells.DistinctBy(static cell => cell.Program).ToDictionary(static cell => cell.Program, cell => cell.Refusal(compilation));
        await Twin.RunAsync(Expected(cells, refusals), sources);

        // The same cells, and the newest ones, by the SDK's own compiler.
        var all = Cells([.. s_shapes, .. NewShapes.All], "sdk");
        await Twin.RunWithSdkAsync(
            said =>
            {
                foreach (var cell in all.Where(cell => !refusals.ContainsKey(cell.Program)))
                {
                    refusals[cell.Program] = cell.Refusal(said);
                }

                return Expected(all, refusals);
            },
            Program(all));

        var defined = await WovenCell.AllAsync(s_shapes, "def", static program => program, WovenPrograms.AtDefinition);
        var inPlace = await WovenCell.AllAsync(s_shapes, "inp", WovenPrograms.Async, WovenPrograms.InPlace);
        await RunAsync(defined.Values);
        await RunAsync(inPlace.Values);
        var newlyDefined = await WovenCell.NewestAsync(NewShapes.All, "defnew", static program => program, WovenPrograms.AtDefinition);
        var newlyInPlace = await WovenCell.NewestAsync(NewShapes.All, "inpnew", WovenPrograms.Async, WovenPrograms.InPlace);
        await RunWithSdkAsync([.. newlyDefined.Values]);
        await RunWithSdkAsync([.. newlyInPlace.Values]);
        Match(Page([.. s_shapes, .. NewShapes.All], refusals, defined.Concat(newlyDefined).ToDictionary(), inPlace.Concat(newlyInPlace).ToDictionary()));
    }

    private static async Task RunAsync(IEnumerable<WovenCell> cells)
    {
        var woven = cells.Where(static cell => cell.Refusal is null).ToList();
        await Twin.RunAsync(Expected(woven), Program(woven.Select(static cell => cell.Plain)), Program(woven.Select(static cell => cell.Woven)));
        await RunWithSdkAsync([.. woven.Select(static cell => cell.ForSdk())]);
    }

    private static Task<string> RunWithSdkAsync(IReadOnlyList<WovenCell> cells) =>
        Twin.RunWithSdkAsync(_ => Expected(cells), Program(cells.Select(static cell => cell.Plain)), Program(cells.Select(static cell => cell.Woven)));

    private static Dictionary<string, int> Expected(IEnumerable<WovenCell> cells) => cells.ToDictionary(static cell => cell.Woven.Metric, static cell => cell.Calls, StringComparer.Ordinal);

    private static List<Cell> Cells(IEnumerable<Shape> shapes, string prefix) =>
        [.. shapes.SelectMany(static shape => new[] { (shape, Program: shape.CallSite), (shape, Program: shape.Decorator) })
            .Where(static cell => cell.Program is not null)
            .Select((cell, i) => new Cell(cell.shape, cell.Program!, i) { Prefix = prefix })];

    private static Dictionary<string, int> Expected(IEnumerable<Cell> cells, Dictionary<ShapeProgram, string?> refusals) =>
        cells.ToDictionary(static cell => cell.Metric, cell => refusals[cell.Program] is null ? cell.Program.Calls : 0, StringComparer.Ordinal);

    private static (string Path, string Text)[] Program(IEnumerable<Cell> cells) => [.. cells.Select(static cell => cell.File).Append(("Entry.cs", $$"""
        #pragma warning disable CS1591
        using Support;
        public static class Program { public static int Twice(int a) => a * 2; }
        public static class Entry { public static async Task<string> Run() { {{string.Join("\n", cells.Select(static cell => cell.Caller))}} return Log.Text; } }
        """))];

    private static string Page(IReadOnlyList<Shape> shapes, Dictionary<ShapeProgram, string?> refusals, IReadOnlyDictionary<Shape, WovenCell> defined, IReadOnlyDictionary<Shape, WovenCell> inPlace)
    {
        var page = new StringBuilder(Head);
        foreach (var group in shapes.GroupBy(static shape => shape.Group, StringComparer.Ordinal))
        {
            page.Append($"## {group.Key}\n\n| shape | call site | decorator | definition | in place |\n|---|---|---|---|---|\n");
            foreach (var shape in group)
            {
                page.Append($"| {shape.Name} | {Text(shape.CallSite)} | {Text(shape.Decorator)} | {Woven(defined, shape)} | {Woven(inPlace, shape)} |\n");
            }

            page.Append('\n');
        }

        return page.ToString().TrimEnd('\n') + "\n";

        static string Woven(IReadOnlyDictionary<Shape, WovenCell> cells, Shape shape) => cells.GetValueOrDefault(shape)?.Text ?? "–";

        string Text(ShapeProgram? program) =>
            program is null ? "–"
            : refusals[program] is { } reason ? reason.Replace("<", "&lt;", StringComparison.Ordinal)
            : "**woven**";
    }

    private static void Match(string page, [CallerFilePath] string file = "")
    {
        var path = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, "../../docs/shapes.md"));
        var received = path + ".received";
        if (File.Exists(path) && string.Equals(File.ReadAllText(path).ReplaceLineEndings("\n"), page, StringComparison.Ordinal))
        {
            File.Delete(received);
            return;
        }

        File.WriteAllText(received, page);
        Assert.Fail($"The page differs: diff {received} {path}");
    }
}
