using Instrumentation.Generator.Parsing;
using Instrumentation.Generator.Parsing.CallSites;
using Instrumentation.Generator.Tests.Infrastructure;
using Microsoft.CodeAnalysis;

namespace Instrumentation.Generator.Tests;

/// <summary>What an edit costs: an unrelated one re-emits nothing and binds no call, a related one, also from another file, is seen.</summary>
public sealed class CachingTests
{
    private const string Target = GeneratorHarness.GlobalUsings + """

        [assembly: Instrumented(Types = ["Shop.Covered*"])]

        namespace Shop;

        public static class CoveredOne { public static void Run() { } }

        public interface ICart { int Add(string item, Size size); }

        [Instrumented]
        public sealed class Cart : ICart
        {
            [MetricCounter("cart_items_total")]
            [Tag("short", From = "item.Length < Limits.Short")]
            public int Add(string item, [Tag] Size size) => item.Length;
        }

        public interface ITill { int Ring(); }

        public class Till : ITill { [MetricCounter("till_rings_total")] public int Ring() => 1; }

        public sealed class FastTill : Till { }

        public sealed class Single
        {
            [MetricHistogram("single_seconds")]
            public void Run() { }
        }

        public static class Counted
        {
            [MetricCounter("counted_total")]
            public static void Run() { }
        }

        public static class Waiting
        {
            [MetricUpDownCounter("waiting")]
            public static void Run() { }
        }

        public static class Depth
        {
            [MetricGauge("depth", Value = "depth")]
            public static void Set(int depth) { }
        }

        public sealed class Pool
        {
            [MetricGauge("pool_size")]
            [Tag("kind", From = "Kind")]
            public int Open => 1;

            public Size Kind => Size.Small;
        }

        internal sealed partial class Woven
        {
            [Instrumented("woven_defined_seconds")]
            public partial int Defined([Tag] Size size);

            [Instrumented("woven_in_place_seconds")]
            [Tag("even", From = "result % 2 == 0")]
            public async partial Task<int> InPlaceAsync([Tag] Size size, int count = 1) { await Task.Yield(); return count; }
        }

        internal static partial class Hand
        {
            [MetricCounter("hand_total")]
            [MetricHistogram("hand_bytes")]
            public static partial void Sold([Tag] Size size, [Value] int bytes);
        }
        """;

    private const string Caller = """
        namespace Shop;

        public static class Caller
        {
            public static int Call(Cart cart) => cart.Add("apple", Size.Large);
        }
        """;

    private const string Other = """
        namespace Shop;

        public enum Size { Small, Large }

        public static class Limits { public const int Short = 3; public static int Unrelated() { return 1; } }

        internal sealed partial class Woven { private int DefinedCore(Size size) { return 4; } }
        """;

    public static TheoryData<string, string, string> UnrelatedEdits => new()
    {
        { "nothing", Target, Other },
        { "the body of a method in another file", Target, Other.Replace("return 1;", "var a = 1; return a + 1;", StringComparison.Ordinal) },
        { "another file", Target, Other + "\nclass Added { int x; }" },
        { "a comment above the target", Target.Replace("namespace Shop;", "namespace Shop;\n// moved down", StringComparison.Ordinal), Other },
        { "the body that a woven method has elsewhere", Target, Other.Replace("return 4;", "return 5;", StringComparison.Ordinal) },
        { "the body of a method that is woven in place", Target.Replace("return count;", "return count + 1;", StringComparison.Ordinal), Other },
        { "the body of an instrumented method", Target.Replace("=> item.Length;", "=> item.Length + 1;", StringComparison.Ordinal), Other },
    };

    public static TheoryData<string, string, string> RelatedEdits => new()
    {
        { "a member of an enum in another file", Target, Other.Replace("Small, Large", "Small, Large, Huge", StringComparison.Ordinal) },
        { "the method that has a woven one's body", Target.Replace("[Instrumented(\"woven_defined_seconds\")]", string.Empty, StringComparison.Ordinal).Replace("public partial int Defined([Tag] Size size);", string.Empty, StringComparison.Ordinal), Other.Replace("DefinedCore", "DefinedBody", StringComparison.Ordinal) },
        { "a default of a method that is woven in place", Target.Replace("int count = 1", "int count = 2", StringComparison.Ordinal), Other },
        { "the metric's name", Target.Replace("cart_items_total", "cart_lines_total", StringComparison.Ordinal), Other },
        { "a parameter", Target.Replace("string item", "string? item", StringComparison.Ordinal), Other },
    };

    [Theory]
    [MemberData(nameof(UnrelatedEdits))]
    public void UnrelatedEdit_KeepsEveryOutput(string edit, string target, string other)
    {
        var driver = Edit(target, other);
        foreach (var step in StepNames.All)
        {
            var reasons = driver.Reasons(step);
            Assert.NotEmpty(reasons);
            Assert.All(reasons, reason => Assert.True(reason is IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged, $"{edit}: {step} is {reason}"));
        }

        Assert.All(
            driver.GetRunResult().Results[0].TrackedOutputSteps.SelectMany(static step => step.Value).SelectMany(static run => run.Outputs),
            output => Assert.Equal(IncrementalStepRunReason.Cached, output.Reason));
    }

    public static TheoryData<string, string, string, string> RelatedEditsOfOthers => new()
    {
        { StepNames.HandCalledTypes, "a member of an enum in another file", Target, Other.Replace("Small, Large", "Small, Large, Huge", StringComparison.Ordinal) },
        { StepNames.HandCalledTypes, "a parameter", Target.Replace("[Value] int bytes", "[Value] long bytes", StringComparison.Ordinal), Other },
        { StepNames.ObservedTypes, "a member of an enum in another file", Target, Other.Replace("Small, Large", "Small, Large, Huge", StringComparison.Ordinal) },
        { StepNames.ObservedTypes, "the type of the property", Target.Replace("public int Open => 1;", "public bool? Open => true;", StringComparison.Ordinal), Other },
    };

    [Theory]
    [MemberData(nameof(RelatedEdits))]
    public void RelatedEdit_AlsoFromAnotherFile_IsSeen(string edit, string target, string other) =>
        Assert.True(Edit(target, other).Reasons(StepNames.Types).Contains(IncrementalStepRunReason.Modified), edit);

    [Theory]
    [MemberData(nameof(RelatedEditsOfOthers))]
    public void RelatedEdit_OfHandCalledAndObserved_IsSeen(string step, string edit, string target, string other) =>
        Assert.True(Edit(target, other).Reasons(step).Contains(IncrementalStepRunReason.Modified), edit);

    // What a file gives is kept while the hash of every other file stays: so it has to move with all that other files can see, and with nothing else.
    [Theory]
    [InlineData("class A { int F() { return 1; } }", "class A { int F() { return 2; } }", true)]
    [InlineData("class A { int P => 1; }", "class A { int P => 2; }", true)]
    [InlineData("class A { void F() { } }", "class A { /* moved */ void F() { } }", true)]
    [InlineData("class A { int F(int a) => 1; }", "class A { int F(long a) => 1; }", false)]
    [InlineData("enum E { A }", "enum E { A, B }", false)]
    [InlineData("class A { const int C = 1; }", "class A { const int C = 2; }", false)]
    [InlineData("global using System;", "global using System.IO;", false)]
    [InlineData("class A { string F() => null; }", "#nullable disable\nclass A { string F() => null; }", false)]
    [InlineData("class A { void F() { } string G; }", "class A { void F() { \n#nullable disable\n } string G; }", false)]
    [InlineData("class A { IEnumerable<int> F() { return []; } }", "class A { IEnumerable<int> F() { yield break; } }", false)]
    [InlineData("class A { IEnumerable<int> F() { yield break; } IEnumerable<int> G() { return []; } }", "class A { IEnumerable<int> F() { return []; } IEnumerable<int> G() { yield break; } }", false)]
    [InlineData("class A { int P { get { return 1; } } }", "class A { int P { get { return field; } } }", false)]
    public void DeclarationHash_MovesWithWhatOtherFilesSee(string before, string after, bool isSame) =>
        Assert.Equal(isSame, Hash(before) == Hash(after));

    private static ulong Hash(string text) => SyntaxTreeIndex.Of(GeneratorHarness.Parse("A.cs", text), CancellationToken.None).DeclarationHash;

    /// <summary>Binding makes another object, also where it finds the same: one that stays was not made anew.</summary>
    [Theory]
    [InlineData("return 1;", "return 2;", true)]
    [InlineData("Short = 3", "Short = 4", false)]
    public void Keystroke_BindsNoCallOfAnotherFile_UnlessADeclarationChanges(string text, string edited, bool isKept)
    {
        var before = GeneratorHarness.Compile(("Cart.cs", Target), ("Other.cs", Other), ("Caller.cs", Caller));
        var after = before.ReplaceSyntaxTree(before.SyntaxTrees[1], GeneratorHarness.Parse("Other.cs", Other.Replace(text, edited, StringComparison.Ordinal)));
        var calls = CallSiteParser.Parse(before.SyntaxTrees[2], before, CancellationToken.None);
        Assert.NotNull(calls);
        Assert.Equal(isKept, ReferenceEquals(calls, CallSiteParser.Parse(after.SyntaxTrees[2], after, CancellationToken.None)));
    }

    [Fact]
    public void BodyThatBecomesAnIterator_IsSeenByTheCallsInAnotherFile()
    {
        const string Listed = GeneratorHarness.GlobalUsings + "public sealed class Lists { [Instrumented] public IEnumerable<int> All() { return [1]; } }";
        var before = GeneratorHarness.Compile(("Lists.cs", Listed), ("Caller.cs", "static class Reader { public static object Read(Lists lists) => lists.All(); }"));
        var after = before.ReplaceSyntaxTree(before.SyntaxTrees[0], GeneratorHarness.Parse("Lists.cs", Listed.Replace("return [1];", "yield return 1;", StringComparison.Ordinal)));
        var driver = GeneratorHarness.Run(before, out _).RunGenerators(after);
        Assert.Contains(IncrementalStepRunReason.Modified, driver.Reasons(StepNames.Types));
        Assert.Contains(IncrementalStepRunReason.Modified, driver.Reasons(StepNames.CallFiles));
    }

    [Fact]
    public void UnrelatedEdit_BesideForeignCalls_KeepsEveryOutput()
    {
        var library = GeneratorHarness.Compile("Library", OutputKind.DynamicallyLinkedLibrary, ("Library.cs", GeneratorHarness.GlobalUsings + "namespace Lib; public sealed class Shelf { [Instrumented] public int Take() => 1; }"));
        GeneratorHarness.Run(library, out var woven);
        var before = GeneratorHarness.CompileAgainst(woven, "App", OutputKind.DynamicallyLinkedLibrary, ("App.cs", "static class App { public static int Run(Lib.Shelf shelf) => shelf.Take(); }"), ("Other.cs", "class Other { int F() { return 1; } }"));
        var driver = GeneratorHarness.Run(before, out _);
        Assert.Contains(driver.GetRunResult().Results[0].GeneratedSources, static file => file.SourceText.ToString().Contains("Lib.ShelfInstrumentation.Take", StringComparison.Ordinal));

        var after = before.ReplaceSyntaxTree(before.SyntaxTrees[1], GeneratorHarness.Parse("Other.cs", "class Other { int F() { return 2; } }"));
        Assert.All(
            driver.RunGenerators(after).GetRunResult().Results[0].TrackedOutputSteps.SelectMany(static step => step.Value).SelectMany(static run => run.Outputs),
            static output => Assert.Equal(IncrementalStepRunReason.Cached, output.Reason));
    }

    [Fact]
    public void TypeInTwoFiles_IsParsedOnce()
    {
        var compilation = GeneratorHarness.Compile(
            ("One.cs", GeneratorHarness.GlobalUsings + "public sealed partial class Parts { [MetricCounter(\"one_total\")] public void One() { } }"),
            ("Two.cs", "public sealed partial class Parts { [MetricCounter(\"two_total\")] public void Two() { } }"));
        Assert.Single(GeneratorHarness.Run(compilation, out _).Reasons(StepNames.Types));
    }

    [Fact]
    public void Steps_KeepNoRoslynObjects()
    {
        var driver = Edit(Target, Other);
        foreach (var step in StepNames.All)
        {
            driver.AssertHoldsNoRoslynState(step);
        }
    }

    [Fact]
    public void NewCallInAnotherFile_IsIntercepted()
    {
        var before = GeneratorHarness.Compile(("Cart.cs", Target), ("Other.cs", Other), ("Caller.cs", Caller));
        var driver = GeneratorHarness.Run(before, out _);
        var after = before.ReplaceSyntaxTree(before.SyntaxTrees[1], GeneratorHarness.Parse("Other.cs", Other + "\nclass Fresh { int F(Cart cart) => cart.Add(\"pear\", Size.Small); }"));
        Assert.Contains(IncrementalStepRunReason.New, driver.RunGenerators(after).Reasons(StepNames.CallFiles));
    }

    [Fact]
    public void DeclarationThatChangesWhatACallBindsTo_IsSeen()
    {
        var before = GeneratorHarness.Compile(("Cart.cs", Target), ("Other.cs", Other), ("Caller.cs", Caller));
        var driver = GeneratorHarness.Run(before, out _);
        var hiding = Other + "\npublic static class Better { public static int Add(this Cart cart, string item, Size size, int more = 0) => 0; }";
        var removed = Target.Replace("public int Add(string item, [Tag] Size size)", "public int Add(object item, [Tag] Size size)", StringComparison.Ordinal)
            .Replace("int Add(string item, Size size);", "int Add(object item, Size size);", StringComparison.Ordinal)
            .Replace("[Tag(\"short\", From = \"item.Length < Limits.Short\")]", string.Empty, StringComparison.Ordinal)
            .Replace("=> item.Length;", "=> 1;", StringComparison.Ordinal);
        var after = before
            .ReplaceSyntaxTree(before.SyntaxTrees[0], GeneratorHarness.Parse("Cart.cs", removed))
            .ReplaceSyntaxTree(before.SyntaxTrees[1], GeneratorHarness.Parse("Other.cs", hiding));
        Assert.Contains(IncrementalStepRunReason.Modified, driver.RunGenerators(after).Reasons(StepNames.CallFiles));
    }

    [Fact]
    public void MovedCall_LeavesTheEmbeddedCoverageAsItIs()
    {
        var reasons = EditCaller(Caller.Replace("namespace Shop;", "namespace Shop;\n// moved down", StringComparison.Ordinal)).Reasons(StepNames.Coverage);
        Assert.True(Assert.Single(reasons) is IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged);
    }

    [Fact]
    public void NewMethodGroup_ChangesTheEmbeddedCoverage() =>
        Assert.Equal([IncrementalStepRunReason.Modified], EditCaller(Caller.Replace("=> cart", "=> ((Func<string, Size, int>)cart.Add)(\"\", Size.Small) + cart", StringComparison.Ordinal)).Reasons(StepNames.Coverage));

    [Fact]
    public void InterfaceThatLosesItsDecorator_ChangesTheEmbeddedCoverage()
    {
        var before = GeneratorHarness.Compile(("Cart.cs", Target), ("Other.cs", Other), ("Caller.cs", Caller.Replace("Cart cart", "ICart cart", StringComparison.Ordinal)));
        var driver = GeneratorHarness.Run(before, out _);
        var after = before.ReplaceSyntaxTree(before.SyntaxTrees[0], GeneratorHarness.Parse("Cart.cs", Target.Replace("class Cart : ICart", "class Cart<T> : ICart", StringComparison.Ordinal)));
        Assert.Contains(IncrementalStepRunReason.Modified, driver.RunGenerators(after).Reasons(StepNames.Coverage));
    }

    [Fact]
    public void ConversionToTheInterface_ChangesTheEmbeddedCoverage() =>
        Assert.Equal([IncrementalStepRunReason.Modified], EditCaller(Caller.Replace("Call(Cart cart)", "Convert(Cart cart) => ((System.Func<ICart, int>)(a => 1))(cart);\n    public static int Call(Cart cart)", StringComparison.Ordinal)).Reasons(StepNames.Coverage));

    /// <summary>What a factory returns is decorated where its name stands in a registration, and that is in a body elsewhere.</summary>
    [Fact]
    public void FactoryThatIsRegisteredInTheBodyOfAnotherFile_ChangesTheEmbeddedCoverage()
    {
        var factory = Caller.Replace("public static int Call", "public static ICart Make() => new Cart();\n    public static int Call", StringComparison.Ordinal);
        var before = GeneratorHarness.Compile(("Cart.cs", Target), ("Other.cs", Other), ("Caller.cs", factory));
        var driver = GeneratorHarness.Run(before, out _);
        var registering = Other.Replace("return 1;", "object AddSingleton(System.Func<ICart> make) => make; AddSingleton(Caller.Make); return 1;", StringComparison.Ordinal);
        var after = before.ReplaceSyntaxTree(before.SyntaxTrees[1], GeneratorHarness.Parse("Other.cs", registering));
        Assert.Equal([IncrementalStepRunReason.Modified], driver.RunGenerators(after).Reasons(StepNames.Coverage));
    }

    private static GeneratorDriver EditCaller(string caller)
    {
        var before = GeneratorHarness.Compile(("Cart.cs", Target), ("Other.cs", Other), ("Caller.cs", Caller));
        return GeneratorHarness.Run(before, out _).RunGenerators(before.ReplaceSyntaxTree(before.SyntaxTrees[2], GeneratorHarness.Parse("Caller.cs", caller)));
    }

    private static GeneratorDriver Edit(string target, string other)
    {
        var before = GeneratorHarness.Compile(("Cart.cs", Target), ("Other.cs", Other), ("Caller.cs", Caller));
        var after = before
            .ReplaceSyntaxTree(before.SyntaxTrees[0], GeneratorHarness.Parse("Cart.cs", target))
            .ReplaceSyntaxTree(before.SyntaxTrees[1], GeneratorHarness.Parse("Other.cs", other));
        return GeneratorHarness.Run(before, out _).RunGenerators(after);
    }
}
