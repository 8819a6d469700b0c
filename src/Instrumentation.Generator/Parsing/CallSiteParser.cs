using System.Runtime.CompilerServices;
using Instrumentation.Generator.Collections;
using Instrumentation.Generator.Model;
using Instrumentation.Generator.Parsing.CallSites;
using Instrumentation.Generator.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Instrumentation.Generator.Parsing;

/// <summary>Parses the calls of instrumented methods in a file.</summary>
internal static class CallSiteParser
{
    // What the calls of a file bind to depends on the file and on the declarations elsewhere. While neither changed, nothing is bound again:
    // that is what keeps a keystroke cheap.
    private static readonly ConditionalWeakTable<SyntaxTree, Bound> s_bound = new();

    public static CallFile? Parse(GeneratorSyntaxContext context, CancellationToken cancellation)
    {
        var model = context.SemanticModel;
        var tree = context.Node.SyntaxTree;
        var names = CompilationIndex.Of(model.Compilation, cancellation);
        var index = SyntaxTreeIndex.Of(tree, cancellation);
        if (!UseFinder.HasCandidates(index, names))
        {
            return null;
        }

        if (s_bound.TryGetValue(tree, out var known) && known.Shape == names.Shape)
        {
            return known.File;
        }

        var file = Bind(tree, UseFinder.Find(index, names, context.Node, model, cancellation), model, cancellation);
        s_bound.Remove(tree);
        s_bound.GetValue(tree, _ => new Bound(names.Shape, file));
        return file;
    }

    private static CallFile? Bind(SyntaxTree tree, IEnumerable<(CallCoverage Coverage, InvocationExpressionSyntax? Call)> uses, SemanticModel model, CancellationToken cancellation)
    {
        var methods = new Dictionary<ISymbol, (IMethodSymbol Method, string Id, List<CallLocation> Calls)>(SymbolEqualityComparer.Default);
        var tally = new CoverageTally();
        foreach (var (coverage, call) in uses)
        {
            tally.Add(coverage);
            if (call is null || coverage.Wrapper is not { } id || model.GetInterceptableLocation(call, cancellation) is not { } location)
            {
                continue;
            }

            if (!methods.TryGetValue(coverage.Method, out var found))
            {
                methods.Add(coverage.Method, found = (coverage.Method, id, []));
            }

            found.Calls.Add(new CallLocation(location.Version, location.Data, Display(call)));
        }

        var coverages = tally.ToModel();
        return coverages.Count == 0
            ? null
            : new CallFile(
                HintName(tree.FilePath),
                FileName(tree.FilePath),
                methods.Values.Select(static found => Method(found.Method, found.Id, found.Calls)).ToEquatable(),
                coverages);
    }

    private static InterceptedMethod Method(IMethodSymbol method, string id, List<CallLocation> calls) =>
        new(
            TypeNames.Holder(method.ContainingType),
            id,
            SignatureParser.Parse(method, TagExpressionNames.Target(method)),
            calls.ToEquatable());

    private static string Display(InvocationExpressionSyntax call)
    {
        var position = call.GetLocation().GetLineSpan();
        return $"{FileName(position.Path)}({position.StartLinePosition.Line + 1},{position.StartLinePosition.Character + 1})";
    }

    // It is written into comments, which end with the line.
    private static string FileName(string path) =>
        string.Concat(Path.GetFileName(path).Select(static c => char.IsControl(c) || c is '\u2028' or '\u2029' ? '_' : c));

    // Two files may share a name; their paths tell them apart. Not every character of a file's name may stand in a hint.
    private static string HintName(string path) =>
        $"{string.Concat(Path.GetFileNameWithoutExtension(path).Select(static c => char.IsLetterOrDigit(c) || c is '_' or '-' or '.' ? c : '_'))}.{DeclarationHasher.Add(0, path.Replace('\\', '/')):x16}.Calls.g.cs";

    private sealed class Bound(ulong shape, CallFile? file)
    {
        public ulong Shape { get; } = shape;

        public CallFile? File { get; } = file;
    }
}
