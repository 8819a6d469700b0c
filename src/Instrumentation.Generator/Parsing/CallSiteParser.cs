using System.Runtime.CompilerServices;
using Instrumentation.Generator.Collections;
using Instrumentation.Generator.Model;
using Instrumentation.Generator.Parsing.CallSites;
using Instrumentation.Generator.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Instrumentation.Generator.Parsing;

/// <summary>Finds the calls of instrumented methods in a file.</summary>
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
        var candidates = SyntaxTreeIndex.Of(tree, cancellation).Calls.Where(call => names.MayBeInstrumented(call.Name)).ToList();
        if (candidates.Count == 0)
        {
            return null;
        }

        if (s_bound.TryGetValue(tree, out var known) && known.Shape == names.Shape)
        {
            return known.File;
        }

        var file = Bind(tree, candidates.Select(static call => call.Call), model, cancellation);
        s_bound.Remove(tree);
        s_bound.GetValue(tree, _ => new Bound(names.Shape, file));
        return file;
    }

    private static CallFile? Bind(SyntaxTree tree, IEnumerable<InvocationExpressionSyntax> calls, SemanticModel model, CancellationToken cancellation)
    {
        var methods = new Dictionary<ISymbol, (IMethodSymbol Method, string Id, List<CallLocation> Calls)>(SymbolEqualityComparer.Default);
        foreach (var call in calls)
        {
            cancellation.ThrowIfCancellationRequested();
            if (Target(call, model, cancellation) is not var (target, id) || model.GetInterceptableLocation(call, cancellation) is not { } location)
            {
                continue;
            }

            if (!methods.TryGetValue(target, out var found))
            {
                methods.Add(target, found = (target, id, []));
            }

            found.Calls.Add(new CallLocation(location.Version, location.Data, Display(call)));
        }

        var fileName = Path.GetFileName(tree.FilePath);
        return methods.Count == 0 ? null : new CallFile(HintName(tree.FilePath), fileName, methods.Values.Select(static found => Method(found.Method, found.Id, found.Calls)).ToEquatable());
    }

    /// <summary>The instrumented method that a call reaches, as declared, with its wrapper; null where it is another one or the call cannot be replaced.</summary>
    private static (IMethodSymbol Method, string Id)? Target(InvocationExpressionSyntax call, SemanticModel model, CancellationToken cancellation)
    {
        if (model.GetSymbolInfo(call, cancellation).Symbol is not IMethodSymbol called)
        {
            return null;
        }

        var method = (called.ReducedFrom ?? called).OriginalDefinition;
        method = method.PartialDefinitionPart ?? method;
        return InstrumentedMembers.IsAnnotated(method)
            && CallRules.Refusal(call, called, model, cancellation) is null
            && Wrapper(method, model.Compilation) is { } wrapper
                ? (method, wrapper)
                : null;
    }

    private static string? Wrapper(IMethodSymbol method, Compilation compilation)
    {
        if (!SymbolEqualityComparer.Default.Equals(method.ContainingAssembly, compilation.Assembly))
        {
            return ForeignAssembly.Wrapper(method, compilation);
        }

        return TargetRules.Refusal(method) is null
            ? InstrumentedMembers.Of(method.ContainingType).First(member => SymbolEqualityComparer.Default.Equals(member.Method, method)).Id
            : null;
    }

    private static InterceptedMethod Method(IMethodSymbol method, string id, List<CallLocation> calls) =>
        new(
            TypeParser.Holder(method.ContainingType),
            id,
            SignatureParser.Parse(method, TagExpressionNames.Target(method)),
            calls.ToEquatable());

    private static string Display(InvocationExpressionSyntax call)
    {
        var position = call.GetLocation().GetLineSpan();
        return $"{Path.GetFileName(position.Path)}({position.StartLinePosition.Line + 1},{position.StartLinePosition.Character + 1})";
    }

    // Two files may share a name; their paths tell them apart.
    private static string HintName(string path) =>
        $"{Path.GetFileNameWithoutExtension(path)}.{DeclarationHasher.Add(0, path.Replace('\\', '/')):x16}.Calls.g.cs";

    private sealed class Bound(ulong shape, CallFile? file)
    {
        public ulong Shape { get; } = shape;

        public CallFile? File { get; } = file;
    }
}
