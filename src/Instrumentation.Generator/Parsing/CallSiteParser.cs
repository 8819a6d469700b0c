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
    private static readonly FileMemo<CallFile> s_files = new(Parse);

    // Many files call the same method.
    private static readonly ConditionalWeakTable<IMethodSymbol, InterceptedMethod> s_methods = new();

    /// <summary>The calls of a file: the same object until the file or a declaration changes.</summary>
    public static CallFile? Parse(SyntaxTree tree, Compilation compilation, CancellationToken cancellation) => s_files.Of(tree, compilation, cancellation);

    private static CallFile? Parse(SyntaxTree tree, CompilationIndex index, Compilation compilation, CancellationToken cancellation)
    {
        if (!UseFinder.HasCandidates(SyntaxTreeIndex.Of(tree, cancellation), index.Names))
        {
            return null;
        }

        var model = Model(tree, compilation);
        return Bind(tree, UseFinder.Find(tree.GetRoot(cancellation), index.Names, model, cancellation), model, cancellation);
    }

    // What a call binds to does not depend on what may be null, and that analysis costs nearly as much as the binding.
#pragma warning disable RSEXPERIMENTAL001
    private static SemanticModel Model(SyntaxTree tree, Compilation compilation) => compilation.GetSemanticModel(tree, SemanticModelOptions.DisableNullableAnalysis);
#pragma warning restore RSEXPERIMENTAL001

    private static CallFile? Bind(SyntaxTree tree, IEnumerable<InstrumentedUse> uses, SemanticModel model, CancellationToken cancellation)
    {
        var methods = new Dictionary<ISymbol, (InterceptedMethod Method, List<CallLocation> Calls)>(SymbolEqualityComparer.Default);
        var tally = new CoverageTally();
        foreach (var (coverage, _, call) in uses)
        {
            tally.Add(coverage);
            if (call is null || coverage.Wrapper is not { } id || model.GetInterceptableLocation(call, cancellation) is not { } location)
            {
                continue;
            }

            if (!methods.TryGetValue(coverage.Method, out var found))
            {
                methods.Add(coverage.Method, found = (s_methods.GetValue(coverage.Method, method => Method(method, id)), []));
            }

            found.Calls.Add(new CallLocation(location.Version, location.Data, Display(call)));
        }

        var coverages = tally.ToModel();
        return coverages.Count == 0
            ? null
            : new CallFile(
                HintName(tree.FilePath),
                FileName(tree.FilePath),
                methods.Values.Select(static found => found.Method with { Calls = found.Calls.ToEquatable() }).ToEquatable(),
                coverages);
    }

    private static InterceptedMethod Method(IMethodSymbol method, string id) =>
        new(TypeNames.Holder(method.ContainingType), id, SignatureParser.Parse(method, TagExpressionNames.Target(method)), default);

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
        $"{string.Concat(Path.GetFileNameWithoutExtension(path).Select(static c => char.IsLetterOrDigit(c) || c is '_' or '-' or '.' ? c : '_'))}.{DeclarationHasher.Add(0, path.Replace('\\', '/')):x16}{CallFile.HintEnding}";
}
