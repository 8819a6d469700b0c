using Instrumentation.Generator.Model;

namespace Instrumentation.Generator.Emission;

/// <summary>Writes the tags of the span: the method's tags, then those of the span alone.</summary>
internal static class SpanTagEmitter
{
    /// <param name="writer">Where to.</param>
    /// <param name="method">The method.</param>
    /// <param name="self">What stands before a member of the call.</param>
    /// <param name="scope">What has the span.</param>
    public static void WriteAtStart(SourceWriter writer, MethodTarget method, string self, string scope) => Write(writer, method, self, scope, atEnd: false);

    public static void WriteAtEnd(SourceWriter writer, MethodTarget method)
    {
        if (method.SpanName is not null)
        {
            Write(writer, method, string.Empty, MemberNames.Scope(method), atEnd: true);
        }
    }

    private static void Write(SourceWriter writer, MethodTarget method, string self, string scope, bool atEnd)
    {
        var span = SignatureText.Free(method, "span");
        var statements = method.Tags.Where(tag => !tag.IsError && UsesResult(tag.Source) == atEnd).Select(tag => Tag(method, tag, span, self))
            .Concat(method.SpanTags.Where(tag => UsesResult(tag.Source) == atEnd).Select(tag => SpanTag(method, tag, span)))
            .ToList();
        if (statements.Count == 0)
        {
            return;
        }

        writer.Open($"if ({scope}.RecordedActivity is {{ }} {span})");
        foreach (var statement in statements)
        {
            writer.Line(statement);
        }

        writer.Close();
    }

    private static bool UsesResult(ExpressionModel? expression) => expression is { UsesResult: true };

    private static string Tag(MethodTarget method, TagTarget tag, string span, string self) =>
        $"{span}.SetTag({CSharpText.Literal(tag.Name)}, {(tag.IsConstant ? CSharpText.Literal(tag.Values[0]) : $"{MemberNames.TagField(method, tag)}.ValueAt({self}{MemberNames.TagIndex(method, tag)})")});";

    private static string SpanTag(MethodTarget method, SpanTagTarget tag, string span) => tag.IsHandedOver ? $"{span}.SetTag({CSharpText.Literal(tag.Name)}, {HandOverEmitter.SpanValue(method, tag)});"
        : tag.Source is { } source
        ? $"{span}.SetTag({CSharpText.Literal(tag.Name)}, {ExpressionEmitter.SpanValue(method, tag, source)});"
        : $"{span}.SetTag({CSharpText.Literal(tag.Name)}, {tag.Constant});";
}
