using Instrumentation.Generator.Model;

namespace Instrumentation.Generator.Emission;

/// <summary>Writes the tags of the span: the method's tags, then those of the span alone.</summary>
internal static class SpanTagEmitter
{
    public static void WriteAtStart(SourceWriter writer, MethodTarget method) => Write(writer, method, atEnd: false);

    public static void WriteAtEnd(SourceWriter writer, MethodTarget method)
    {
        if (method.SpanName is not null)
        {
            Write(writer, method, atEnd: true);
        }
    }

    private static void Write(SourceWriter writer, MethodTarget method, bool atEnd)
    {
        var span = SignatureText.Free(method, "span");
        var statements = method.Tags.Where(tag => UsesResult(tag.Source) == atEnd).Select(tag => Tag(method, tag, span, Self(atEnd)))
            .Concat(method.SpanTags.Where(tag => UsesResult(tag.Source) == atEnd).Select(tag => SpanTag(method, tag, span)))
            .ToList();
        if (statements.Count == 0)
        {
            return;
        }

        writer.Open($"if ({Self(atEnd)}_scope.RecordedActivity is {{ }} {span})");
        foreach (var statement in statements)
        {
            writer.Line(statement);
        }

        writer.Close();
        if (atEnd)
        {
            writer.Line();
        }
    }

    private static bool UsesResult(ExpressionModel? expression) => expression is { UsesResult: true };

    // In the constructor a parameter may be named as a field.
    private static string Self(bool atEnd) => atEnd ? string.Empty : "this.";

    private static string Tag(MethodTarget method, TagTarget tag, string span, string self) =>
        $"{span}.SetTag({CSharpText.Literal(tag.Name)}, {(tag.IsConstant ? CSharpText.Literal(tag.Values[0]) : $"{MemberNames.TagField(method, tag)}.ValueAt({self}{MemberNames.TagIndex(tag)})")});";

    private static string SpanTag(MethodTarget method, SpanTagTarget tag, string span) => tag.Source is { } source
        ? $"{span}.SetTag({CSharpText.Literal(tag.Name)}, {ExpressionEmitter.SpanValue(method, tag, source)});"
        : $"{span}.SetTag({CSharpText.Literal(tag.Name)}, {tag.Constant});";
}
