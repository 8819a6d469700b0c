using Instrumentation.Analyzers.Rules;
using Instrumentation.Generator.Shared;
using Instrumentation.Generator.Tests.Infrastructure;
using Instrumentation.Shapes.Tests.Infrastructure;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Instrumentation.Shapes.Tests.Matrix;

/// <summary>A cell of a weave that changes the method itself: the program as it was, and as it is for the weave.</summary>
internal sealed record WovenCell(Cell Plain, Cell Woven)
{
    public const string Entry = "#pragma warning disable CS1591\npublic static class Program { public static int Twice(int a) => a * 2; }\n";

    /// <summary>How often the weave records: each call, whoever makes it.</summary>
    public int Calls => IsOverridden ? 0 : Math.Max(1, Plain.Program.Calls);

    /// <summary>Why nothing is woven, so that the program does not compile; null where it is.</summary>
    public string? Refusal { get; private init; }

    /// <summary>Whether an override runs in the method's stead, of which the rule warns.</summary>
    public bool IsOverridden { get; private init; }

    public string Text => Refusal is { } reason ? reason.Replace("<", "&lt;", StringComparison.Ordinal)
        : IsOverridden ? "**woven**; the override, which runs in its stead, is not, as INS1004 warns"
        : "**woven**";

    /// <summary>The cells of a weave, by shape; none for a shape of which C# has no such form.</summary>
    /// <param name="shapes">The shapes.</param>
    /// <param name="prefix">Whose metrics they are.</param>
    /// <param name="plain">The program as it is without the weave.</param>
    /// <param name="woven">The same for the weave.</param>
    public static async Task<IReadOnlyDictionary<Shape, WovenCell>> AllAsync(IEnumerable<Shape> shapes, string prefix, Func<ShapeProgram, ShapeProgram> plain, Func<ShapeProgram, ShapeProgram?> woven)
    {
        var cells = new Dictionary<Shape, WovenCell>();
        foreach (var shape in shapes.Where(static shape => shape.CallSite is not null))
        {
            var before = plain(shape.CallSite!);
            if (woven(before) is { } after && await MakeAsync(new Cell(shape, before, cells.Count) { Prefix = prefix }, new Cell(shape, after, cells.Count) { Prefix = prefix }) is { } cell)
            {
                cells.Add(shape, cell);
            }
        }

        return cells;
    }

    /// <summary>The same of shapes that only the SDK's own compiler knows.</summary>
    public static async Task<IReadOnlyDictionary<Shape, WovenCell>> NewestAsync(IEnumerable<Shape> shapes, string prefix, Func<ShapeProgram, ShapeProgram> plain, Func<ShapeProgram, ShapeProgram?> woven)
    {
        var cells = shapes.Select(shape => (Shape: shape, Plain: plain(shape.CallSite!)))
            .Select(program => (program.Shape, program.Plain, Woven: woven(program.Plain)))
            .Where(static program => program.Woven is not null)
            .Select((program, i) => (program.Shape, Cell: new WovenCell(new Cell(program.Shape, program.Plain, i) { Prefix = prefix }, new Cell(program.Shape, program.Woven!, i) { Prefix = prefix })))
            .ToList();
        var refused = await SdkCompiler.RefusedAsync([("Program.cs", Entry), ("Support.cs", Support.Text), ("Usings.cs", GeneratorHarness.GlobalUsings), .. cells.Select(static cell => cell.Cell.Plain.File)]);
        return cells.Where(cell => !refused.Contains(cell.Cell.Plain.File.Path)).ToDictionary(static cell => cell.Shape, static cell => cell.Cell);
    }

    public WovenCell ForSdk() => this with { Plain = Plain with { Prefix = Plain.Prefix + "sdk" }, Woven = Woven with { Prefix = Woven.Prefix + "sdk" } };

    // Null where the shape cannot be written so: an async method has no parameter by reference.
    private static async Task<WovenCell?> MakeAsync(Cell plain, Cell woven)
    {
        if (Compile(plain).GetDiagnostics().Any(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error))
        {
            return null;
        }

        var compilation = Compile(woven);
        var tree = compilation.SyntaxTrees[0];
        var model = compilation.GetSemanticModel(tree);
        var refusal = (await tree.GetRootAsync()).DescendantNodes().OfType<MethodDeclarationSyntax>().Select(node => Microsoft.CodeAnalysis.CSharp.CSharpExtensions.GetDeclaredSymbol(model, node)).OfType<IMethodSymbol>()
            .Where(InstrumentedMembers.IsAnnotated)
            .Select(TargetRules.Refusal)
            .FirstOrDefault(static reason => reason is not null);
        var said = await compilation.WithAnalyzers([new OverrideIsNotRecordedAnalyzer()]).GetAnalyzerDiagnosticsAsync();
        return new WovenCell(plain, woven) { Refusal = refusal, IsOverridden = !said.IsEmpty };
    }

    private static Microsoft.CodeAnalysis.CSharp.CSharpCompilation Compile(Cell cell) =>
        GeneratorHarness.Compile("Cell", OutputKind.DynamicallyLinkedLibrary, cell.File, ("Program.cs", Entry), ("Support.cs", Support.Text), ("Usings.cs", GeneratorHarness.GlobalUsings));
}
