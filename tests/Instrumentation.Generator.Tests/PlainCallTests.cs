using Instrumentation.Generator.Parsing.CallSites;
using Instrumentation.Generator.Shared;
using Instrumentation.Generator.Tests.Infrastructure;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Instrumentation.Generator.Tests;

/// <summary>Bodies that the generator does not bind are judged as if it did; and which they are, because each of the others costs as much as compiling it.</summary>
public sealed class PlainCallTests
{
    private const string Library = """
        namespace Lib;

        public static class Loose { public static dynamic Any() => 1; public static dynamic Field = 1; public static dynamic Property => 1; public static int Plain(int a) => a; }
        public class Rows : System.Collections.Generic.List<dynamic>;
        public static class Extensions { public static int Lend(this object a, string b) => 1; }
        """;

    private const string Declarations = GeneratorHarness.GlobalUsings + """

        global using Lib;

        public interface IStore { int Add(int a); }
        public class Store : IStore { [Instrumented] public int Add(int a) => a; [Instrumented] public virtual T Get<T>(T a) => a; }
        public class Special : Store { public override T Get<T>(T a) => a; }
        public sealed class VerySpecial : Special;
        public sealed class Shelf { [Instrumented] public int Put(int a) => a; [Instrumented] public int Over(int a) => a; [Instrumented] public int Over(string a) => 1; [Instrumented] public int Lend(int a) => a; [Instrumented] public static int Price(int a) => a; }
        public static class ShelfExtensions { [Instrumented] public static int Put(this Shelf a, string b) => 1; }
        public sealed record Line(int Price, Shelf Shelf);
        public class Box<T> { [Instrumented] public T Take(int a) => throw new ArgumentException($"{a}"); }
        public class StoreBox : Box<Store>;
        public class Open { public List<dynamic> All = []; public dynamic this[int i] => i; }
        public class Shut : Open { }

        """;

    private static readonly Compilation s_library = GeneratorHarness.Compile("Lib", OutputKind.DynamicallyLinkedLibrary, ("Lib.cs", Library));
    private static readonly Compilation s_program = GeneratorHarness.CompileAgainst(s_library, "App", OutputKind.DynamicallyLinkedLibrary, ("Declarations.cs", Declarations));

    /// <summary>Members of a class, whether they are judged without being bound, and how many uses are in them.</summary>
    public static TheoryData<string, bool, int> Cases => new()
    {
        { "int F(Shelf a, Store b, string c) { var sum = 0; foreach (var i in c.Where(char.IsDigit).Select(static d => d - '0')) { if (a.Put(i) > b.Add(sum)) sum += b.Get(i); } return sum; }", true, 3 },
        { "int F() { var a = new Store(); Shelf b = new(); return a.Add(1) + a.Get<int>(2) + b.Over(3) + new Store().Add(4); }", true, 4 },
        { "int F(Shelf a, string b) => int.TryParse(b, out var c) ? a.Over(c) : a.Over(b);", true, 2 },
        { "int F(object a) => a is Shelf b ? b.Over(1) + global::Shelf.Price(2) : Shelf.Price(3);", true, 3 },
        { "int? F(Shelf? a, Line b) => a?.Over(b.Shelf.Over(1)) + a!.Over(\"\");", false, 3 },
        { "int F(Line a) => a.Price * a.Price;", true, 0 },
        { "int F(Line a) { int Price(int b) => b; return Price(a.Price) + Local(1); static int Local(int b) => b; }", false, 0 },
        { "int F() { int Price(int b) => b; return Price(1); }", true, 0 },
        { "int F(IStore a) => a.Add(1);", true, 1 },
        { "private IStore A { get; } = new Store(); int F() => A.Add(1);", true, 2 },
        { "private readonly IStore _a = new Store(); int F() => _a.Add(1);", false, 2 },
        { "int F(Special a, VerySpecial b) => a.Add(1) + b.Get(2) + b.Add(3);", true, 2 },
        { "int F(Shelf a) => a.Put(1) + a.Put(\"\");", false, 2 },
        { "int F(Shelf a) => a.Lend(1) + a.Lend(\"\");", false, 1 },
        { "int F(Shelf a) => a.Lend(1);", true, 1 },
        { "int F(Shelf a, dynamic b) => a.Over(b);", false, 1 },
        { "int F(Shelf a, dynamic b) => b.GetHashCode();", true, 0 },
        { "int F(Shelf a, Open b) => a.Over(b.All[0]);", false, 1 },
        { "int F(Shelf a, Shut b) => a.Over(b[0]);", false, 1 },
        { "int F(Shelf a) => a.Over(Loose.Any());", false, 1 },
        { "int F(Shelf a) { var b = Loose.Any(); return a.Over(b); }", false, 1 },
        { "int F(Shelf a) => a.Over(Loose.Field) + a.Over(Loose.Property);", false, 2 },
        { "int F(Shelf a) => a.Over(Loose.Plain(1));", true, 1 },
        { "int F(Shelf a, Rows b) => a.Over(b[0]);", false, 1 },
        { "Func<int> F(Shelf a) => () => a.Over(1);", false, 1 },
        { "Func<int, int> F(Shelf a) => a.Lend;", false, 1 },
        { "string F() => nameof(Shelf.Price);", false, 0 },
        { "int F<T>(T a) where T : Store => a.Add(1);", false, 1 },
        { "IStore F(Store a) => a;", false, 1 },
        { "IStore F(VerySpecial a) { a.Add(1); return a; }", false, 2 },
        { "IStore F() { var a = new Special(); return a; }", false, 1 },
        { "int F() { IStore a = new Store(); return a.Add(1); }", false, 1 },
        { "class Inner(Store a) { IStore F() => a; int G() => a.Add(1); }", false, 2 },
        { "IStore F(StoreBox a) => a.Take(1);", false, 2 },
        { "IStore F(Box<Store[]> a) => a.Take(1)[0];", false, 2 },
        { "int F(Box<int> a) => a.Take(1);", true, 1 },
        { "void F(List<Store> a) { foreach (var b in a) { IStore c = b; Console.Write(c); } }", false, 1 },
        { "class Inner : Store { int F() => this.Add(1) + Add(2) + base.Add(3); IStore G() => this; }", false, 4 },
        { "class Inner : Store { int F() => this.Add(1) + Add(2); }", true, 2 },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void Member_JudgedWithoutBinding_IsJudgedAsTheCompilerBindsIt(string member, bool isPlain, int uses)
    {
        var tree = GeneratorHarness.Parse("Caller.cs", $"public class Caller\n{{\n    {member}\n}}\n");
        var program = s_program.AddSyntaxTrees(tree);
        Assert.DoesNotContain(program.GetDiagnostics(), static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        var model = program.GetSemanticModel(tree);
        var names = CompilationIndex.Of(program, CancellationToken.None).Names;
        var root = tree.GetRoot();

        var found = UseFinder.Find(root, names, model, CancellationToken.None).Select(Text).Order(StringComparer.Ordinal).ToList();

        var bound = InstrumentedUses.Of(program);
        var expected = root.DescendantNodes().Select(node => model.GetOperation(node)).OfType<IOperation>().Where(static operation => operation.Parent is null).Distinct()
            .SelectMany(static operation => operation.DescendantsAndSelf()).SelectMany(operation => bound.Of(operation, CancellationToken.None));
        Assert.Equal(expected.Select(Text).Order(StringComparer.Ordinal), found);
        Assert.Equal(uses, found.Count);
        Assert.Equal(isPlain, root.DescendantNodes().OfType<MethodDeclarationSyntax>().All(method => new PlainCalls(names, model, CancellationToken.None).In(method) is not null));
    }

    [Fact]
    public void ForeignNames_OfAnAssemblyAndOfAProject_SayTheSame()
    {
        var project = ForeignNames.Of(s_library.ToMetadataReference(), CancellationToken.None);
        var file = ForeignNames.Of(s_program.References.Last(), CancellationToken.None);
        Assert.Equal(["Lend"], file.Extensions);
        Assert.Equal(file.Extensions, project.Extensions);
        Assert.Equal(["Any", "Field", "Property", "Rows"], project.Dynamic.Order(StringComparer.Ordinal));
        Assert.Equal(project.Dynamic.Append("get_Property").Order(StringComparer.Ordinal), file.Dynamic.Order(StringComparer.Ordinal));
    }

    private static string Text(InstrumentedUse use) =>
        $"{use.Place} {use.Place.Span} {use.Call?.Span} {use.Coverage.Measurement} {use.Coverage.Method} {use.Coverage.Wrapper} {use.Coverage.Refusal?.Reason}";
}
