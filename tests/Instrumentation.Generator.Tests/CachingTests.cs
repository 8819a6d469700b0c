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
        """;

    public static TheoryData<string, string, string> UnrelatedEdits => new()
    {
        { "nothing", Target, Other },
        { "the body of a method in another file", Target, Other.Replace("return 1;", "var a = 1; return a + 1;", StringComparison.Ordinal) },
        { "another file", Target, Other + "\nclass Added { int x; }" },
        { "a comment above the target", Target.Replace("namespace Shop;", "namespace Shop;\n// moved down", StringComparison.Ordinal), Other },
        { "the body of an instrumented method", Target.Replace("=> item.Length;", "=> item.Length + 1;", StringComparison.Ordinal), Other },
    };

    public static TheoryData<string, string, string> RelatedEdits => new()
    {
        { "a member of an enum in another file", Target, Other.Replace("Small, Large", "Small, Large, Huge", StringComparison.Ordinal) },
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
        Assert.True(Edit(target, other).Reasons(StepNames.InstrumentedTypes).Contains(IncrementalStepRunReason.Modified), edit);

    [Theory]
    [MemberData(nameof(RelatedEditsOfOthers))]
    public void RelatedEdit_OfHandCalledAndObserved_IsSeen(string step, string edit, string target, string other) =>
        Assert.True(Edit(target, other).Reasons(step).Contains(IncrementalStepRunReason.Modified), edit);

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
