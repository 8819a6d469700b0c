using System.Text.RegularExpressions;
using Instrumentation.Generator.Shared;
using Instrumentation.Generator.Tests.Infrastructure;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Instrumentation.Shapes.Tests.Matrix;

/// <summary>One cell of the matrix as a file of the program that runs them all.</summary>
/// <param name="Shape">The row.</param>
/// <param name="Program">The program of the cell.</param>
/// <param name="Position">Its number, which names its namespace and metric.</param>
internal sealed record Cell(Shape Shape, ShapeProgram Program, int Position)
{
    /// <summary>Whose cells they are, where several compilers run them: metrics belong to the process.</summary>
    public string Prefix { get; init; } = "cell";

    private const string NoCall = "no call of it stands in the code";

    public string Metric => Stem + "_total";

    // The name tells which cell it is where a count is wrong, in words that the rule for names lets pass: single letters may be units.
    private string Stem => $"{Prefix}{Position}_{string.Join('_', Regex.Split(Shape.Name, "[^A-Za-z0-9]+", RegexOptions.None, TimeSpan.FromSeconds(5)).Where(static word => word.Length > 1))}".ToLowerInvariant();

    public string Caller => $"await Log.Try(\"{Shape.Group} {Shape.Name.Replace("\"", string.Empty, StringComparison.Ordinal)}\", Cell{Position}.Caller.Body);";

    public (string Path, string Text) File => ($"Cell{Position}.cs", $$"""
        #pragma warning disable CS1591
        namespace Cell{{Position}}
        {
        using Support;
        {{Program.Types.Replace("{m}", Stem, StringComparison.Ordinal)}}
        #line 1000 // Callers ask for the line, also of the same program with more lines above.
        public static class Caller {
        {{Program.Helper}}
        public static async Task Body() { await Task.Yield(); {{Program.Statements}}
        }
        } }
        """);

    /// <summary>Why nothing is woven, as a compiler printed the rule; null where it said nothing.</summary>
    public string? Refusal(string said) =>
        Regex.Match(said, $@"\bCell{Position}\.cs\(.*warning INS0002: '.*?' is not measured: (.*?)( \(https|\r?$)", RegexOptions.Multiline, TimeSpan.FromSeconds(5)) is { Success: true } found ? found.Groups[1].Value : null;

    /// <summary>Why nothing is woven, in the words of the rule; null where it is.</summary>
    public string? Refusal(Compilation compilation)
    {
        var tree = compilation.SyntaxTrees.First(tree => tree.FilePath == File.Path);
        var model = compilation.GetSemanticModel(tree);
        var nodes = tree.GetRoot().DescendantNodes().ToList();
        var methods = nodes.OfType<MethodDeclarationSyntax>().Select(node => model.GetDeclaredSymbol(node)!).Where(static method => InstrumentedMembers.Has(method, KnownNames.MetricCounterAttribute)).ToList();
        if (methods.Count == 0)
        {
            return "it takes no attribute of ours";
        }

        var refusal = methods.Select(TargetRules.Refusal).FirstOrDefault(static reason => reason is not null);
        if (refusal is not null || Program.IsDecorated)
        {
            return refusal ?? DecoratorRules.Refusal(nodes.OfType<TypeDeclarationSyntax>().Where(static node => node.Identifier.Text == "S").Select(node => model.GetDeclaredSymbol(node)!).First());
        }

        var calls = nodes.OfType<InvocationExpressionSyntax>()
            .Select(call => (Call: call, Method: model.GetSymbolInfo(call).Symbol as IMethodSymbol))
            .Where(call => call.Method is { } called && methods.Contains((called.ReducedFrom ?? called).OriginalDefinition, SymbolEqualityComparer.Default))
            .ToList();
        return calls.Count == 0 ? NoCall : calls.Select(call => (CallOptOut.IsChosen(call.Call, call.Method!, model, default) ? CallRefusal.Asked : CallRules.Refusal(call.Call, call.Method!, InstrumentedMembers.Declared(call.Method!), CallSyntax.Receiver(call.Call) is { } receiver ? model.GetTypeInfo(receiver).Type : null, model, default))?.Reason).FirstOrDefault(static reason => reason is not null);
    }
}
