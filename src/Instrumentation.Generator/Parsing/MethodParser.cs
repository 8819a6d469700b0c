using Instrumentation.Generator.Collections;
using Instrumentation.Generator.Model;
using Instrumentation.Generator.Shared;
using Microsoft.CodeAnalysis;

namespace Instrumentation.Generator.Parsing;

/// <summary>Parses an instrumented method with its instruments and tags.</summary>
internal static class MethodParser
{
    /// <summary>The members of <c>ActivityKind</c>; the first is the default.</summary>
    private static readonly string[] s_spanKinds = ["Internal", "Server", "Client", "Producer", "Consumer"];

    public static MethodTarget Parse(IMethodSymbol method, string id, string callName, Compilation compilation, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var targetName = TagExpressionNames.Target(method);
        var signature = SignatureParser.Parse(method, targetName);
        var expressions = new ExpressionParser(method, signature, targetName, compilation, cancellation);
        var tags = TagParser.Parse(method, expressions).ToEquatable();
        var instrumented = InstrumentedMembers.Covering(method);
        var type = SymbolText.Display(method.ContainingType);
        var name = signature.Name.TrimStart('@');
        var display = type + "." + name;
        var instruments = InstrumentParser.Parse(method, instrumented, tags, expressions).ToEquatable();
        var half = HalfParser.Parse(method, signature, instrumented);
        var core = HalfParser.ParseCore(method, targetName, instrumented);
        return new MethodTarget(
            id,
            callName,
            display,
            half is null ? signature
                : core?.Kind == HalfKind.Builder ? HalfParser.InPlace(method, signature)
                : HalfParser.Recorded(method, signature, half, MethodTarget.AccessorOf(callName)),
            instrumented is not null && instrumented.Flag("Span", otherwise: true) ? instrumented.Text("SpanName") ?? display : null,
            instruments,
            ErrorTagParser.Finish(tags, instruments).ToEquatable(),
            TagParser.ParseSpanTags(method, expressions).ToEquatable(),
            half is null && MayBeOwned(method) ? method.GetDocumentationCommentId() : null,
            targetName,
            TagExpressionNames.Result(method))
        {
            Half = half,
            CoreHalf = core,
            HandOver = HalfParser.HandOver(method, signature, MethodTarget.AccessorOf(callName)),
            Outcomes = OutcomeParser.Parse(method, expressions),
            SpanKind = instrumented is null ? null : SpanKind(instrumented),
            Log = instrumented?.Flag("LogFailures", otherwise: false) == true
                ? new LogTarget(TypeNames.Namespace(method.ContainingType) is { } space ? space.Replace("@", string.Empty) + "." + type : type, type, name)
                : null,
        };
    }

    // What is called may record it: a decorator, or an override that is woven.
    private static bool MayBeOwned(IMethodSymbol method) =>
        InstrumentedMembers.IsInterfaceMember(method)
        || (method is { IsStatic: false, IsSealed: false, ContainingType: { TypeKind: TypeKind.Class, IsSealed: false } } && (method.IsVirtual || method.IsAbstract || method.IsOverride));

    private static string? SpanKind(AttributeData instrumented) =>
        instrumented.Number("SpanKind", 0) is var kind && kind > 0 && kind < s_spanKinds.Length ? s_spanKinds[kind] : null;
}
