using System.Reflection;
using System.Text.Json;
using Instrumentation.Generator.Tests.Infrastructure;
using Microsoft.CodeAnalysis;

namespace Instrumentation.Generator.Tests;

/// <summary>The coverage that is embedded in an assembly, read back from the compiled one.</summary>
public sealed class CoverageTests
{
    private const string Store = GeneratorHarness.GlobalUsings + """

        namespace Shop;

        public interface IStore { int Add(int a); }
        public sealed class Store : IStore { [Instrumented] public int Add(int a) => a; [Instrumented] public int Add(string a) => 1; }
        public sealed class Other : IStore { [Instrumented] int IStore.Add(int a) => a; }
        public sealed class Bag : System.Collections.Generic.List<int> { [Instrumented] public new void Add(int a) { } }
        """;

    private const string Caller = """
        namespace Shop;

        public static class Caller
        {
            public static int Call(Store a, IStore b) => a.Add(1) + a.Add(2) + a.Add("x") + b.Add(3);
            public static object Groups(Store a, IStore b) => ((Func<int, int>)a.Add, (Func<int, int>)a.Add, (Func<int, int>)b.Add, nameof(a.Add));
            public static int Left(Store a) => a.Add(1); // instrumentation: off
            public static object Filled() => new Bag { 1 };
        }
        """;

    private const string Expected = """
        {"version":2,"files":["Caller.cs"],
        "reasons":["a method group is not a call that could be replaced","it was asked to be left alone","the compiler makes it by itself"],
        "types":[{"type":"Shop.Bag","calls":{"Add(System.Int32)":[[0,0,0,2,1]]}},
        {"type":"Shop.IStore","calls":{"Add(System.Int32)":[[0,0,2]]}},
        {"type":"Shop.Store","calls":{"Add(System.Int32)":[[0,2,0,0,2,1,1]],"Add(System.String)":[0]}}],
        "decorated":["Shop.Other","Shop.Store"]}
        """;

    [Fact]
    public void Assembly_Compiled_CarriesItsCoverage() =>
        Assert.Equal(Expected.ReplaceLineEndings(string.Empty), Embedded(GeneratorHarness.Load(("Store.cs", Store), ("Caller.cs", Caller))));

    [Fact]
    public void FilesInAnotherOrder_GiveTheSameText()
    {
        const string more = "namespace Shop; public static class More { public static int Call(Store a) => a.Add(\"x\") + a.Add(1); }";
        var forth = Embedded(GeneratorHarness.Load(("Store.cs", Store), ("b/Caller.cs", Caller), ("a/Caller.cs", more)));
        var back = Embedded(GeneratorHarness.Load(("a/Caller.cs", more), ("b/Caller.cs", Caller), ("Store.cs", Store)));
        Assert.Equal(forth, back);
    }

    [Fact]
    public void FileNameOfOddCharacters_BreaksNeitherTextNorJson()
    {
        var json = Embedded(GeneratorHarness.Load(("Store.cs", Store), ("a\"b\\ü\n\u2028?.cs", Caller)));
        Assert.Equal(1, JsonDocument.Parse(json!).RootElement.GetProperty("files").GetArrayLength());
    }

    [Fact]
    public void AssemblyThatAskedForIt_SaysThatNothingIsReplaced()
    {
        var json = Embedded(GeneratorHarness.Load(("Store.cs", Store.Replace("namespace Shop;", "[assembly: NotIntercepted]\nnamespace Shop;", StringComparison.Ordinal)), ("Caller.cs", Caller)));
        Assert.Equal(0, Intercepted(json));
        Assert.Contains("{\"type\":\"Shop.IStore\",\"calls\":{\"Add(System.Int32)\":[[0,0,2]]}}", json, StringComparison.Ordinal);
    }

    [Fact]
    public void AssemblyWithoutInstrumentedCalls_CarriesNothing() =>
        Assert.Null(Embedded(GeneratorHarness.Load(("Plain.cs", GeneratorHarness.GlobalUsings + "\npublic class X { [Instrumented] public int M() => 1; public string N => nameof(M); }"))));

    [Fact]
    public void ProjectThatSwitchedItOff_SaysSo()
    {
        var driver = GeneratorHarness.Driver().WithUpdatedAnalyzerConfigOptions(new SwitchedOffOptions());
        driver.RunGeneratorsAndUpdateCompilation(GeneratorHarness.Compile(("Store.cs", Store), ("Caller.cs", Caller)), out var after, out _);
        var coverage = after.SyntaxTrees.Single(static tree => tree.FilePath.EndsWith("InstrumentationCoverage.g.cs", StringComparison.Ordinal)).ToString();
        Assert.Contains("calls are left alone in this project", coverage, StringComparison.Ordinal);
        Assert.Contains("Add(System.String)\\\":[[0,0,0,1,1]]", coverage, StringComparison.Ordinal);
        Assert.DoesNotContain(after.SyntaxTrees, static tree => tree.FilePath.EndsWith(".Calls.g.cs", StringComparison.Ordinal));
    }

    private static int Intercepted(string? json) =>
        JsonDocument.Parse(json!).RootElement.GetProperty("types").EnumerateArray()
            .SelectMany(static type => type.GetProperty("calls").EnumerateObject())
            .SelectMany(static method => method.Value.EnumerateArray())
            .Sum(static row => row.ValueKind == JsonValueKind.Number ? 1 : row[1].GetInt32());

    private static string? Embedded(Assembly assembly) =>
        assembly.GetCustomAttributes<AssemblyMetadataAttribute>().SingleOrDefault(static data => data.Key == "Instrumentation.Coverage")?.Value;
}
