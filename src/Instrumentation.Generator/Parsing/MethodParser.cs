using Instrumentation.Generator.Collections;
using Instrumentation.Generator.Model;
using Instrumentation.Generator.Shared;
using Microsoft.CodeAnalysis;

namespace Instrumentation.Generator.Parsing;

/// <summary>Parses an instrumented method with its instruments and tags.</summary>
internal static class MethodParser
{
    public static MethodTarget Parse(IMethodSymbol method, string id, string callName, Compilation compilation, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var targetName = TagExpressionNames.Target(method);
        var signature = SignatureParser.Parse(method, targetName);
        var expressions = new ExpressionParser(method, signature, targetName, compilation, cancellation);
        var tags = TagParser.Parse(method, expressions).ToEquatable();
        var instrumented = method.First(KnownNames.InstrumentedAttribute) ?? method.ContainingType.First(KnownNames.InstrumentedAttribute)
            ?? (CoveringAttribute.Covers(method) ? method.ContainingAssembly.First(KnownNames.InstrumentedAttribute) : null);
        var display = SymbolText.Display(method.ContainingType) + "." + signature.Name.TrimStart('@');
        return new MethodTarget(
            id,
            callName,
            display,
            signature,
            instrumented is not null && instrumented.Flag("Span", otherwise: true) ? instrumented.Text("SpanName") ?? display : null,
            InstrumentParser.Parse(method, instrumented, tags, expressions).ToEquatable(),
            tags,
            TagParser.ParseSpanTags(method, expressions).ToEquatable(),
            InstrumentedMembers.IsInterfaceMember(method) ? method.GetDocumentationCommentId() : null,
            targetName,
            TagExpressionNames.Result(method));
    }
}
