using Instrumentation.Generator.Collections;
using Instrumentation.Generator.Model;
using Instrumentation.Generator.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Instrumentation.Generator.Parsing;

/// <summary>Parses the tags of a method: its own, its parameters', its result's and its type's.</summary>
internal static class TagParser
{
    /// <summary>The tags with a closed or bounded set, that of the error included; the method's own win over its type's.</summary>
    public static IEnumerable<TagTarget> Parse(IMethodSymbol method, ExpressionParser expressions) =>
        Named(Declared(method, method, expressions).Append(ErrorTagParser.Parse(method)));

    /// <summary>The tags of a member that is read or called by hand, which has no error.</summary>
    public static IEnumerable<TagTarget> Parse(ISymbol member, IMethodSymbol method, ExpressionParser expressions) => Named(Declared(member, method, expressions));

    private static IEnumerable<TagTarget?> Declared(ISymbol member, IMethodSymbol method, ExpressionParser expressions) =>
        TagDeclaration.All(member, method, KnownNames.TagAttribute).Select(declaration => Tag(declaration, expressions));

    private static IEnumerable<TagTarget> Named(IEnumerable<TagTarget?> tags) =>
        tags
            .Where(static tag => tag is not null && MetricNames.WhyNotTag(tag.Name) is null)
            .Select(static tag => tag!)
            .GroupBy(static tag => tag.Name, StringComparer.Ordinal)
            .Select(static same => same.First())
            .WithUniqueIdentifiers(static tag => tag.Identifier, static (tag, identifier) => tag with { Identifier = identifier });

    public static IEnumerable<SpanTagTarget> ParseSpanTags(IMethodSymbol method, ExpressionParser expressions) =>
        TagDeclaration.All(method, method, KnownNames.SpanTagAttribute)
            .Select(declaration => SpanTag(declaration, expressions))
            .Where(static tag => tag is not null)
            .Select(static tag => tag!)
            .GroupBy(static tag => tag.Name, StringComparer.Ordinal)
            .Select(static same => same.First())
            .WithUniqueIdentifiers(static tag => tag.Identifier, static (tag, identifier) => tag with { Identifier = identifier });

    private static TagTarget? Tag(TagDeclaration declaration, ExpressionParser expressions)
    {
        if (declaration is not { Name: { } name, Attribute: var attribute, IsOfType: var isOfType })
        {
            return null;
        }

        var identifier = TagNames.Pascal(name);
        if (declaration.IsConstant)
        {
            return new TagTarget(name, identifier, null, new[] { attribute.Text("Value")! }.ToEquatable(), default, HasOther: false, 0, null, isOfType);
        }

        return Source(attribute, declaration.Of, expressions) is not { } source || TagValueParser.Parse(name, identifier, source, attribute, isOfType) is not { } tag ? null
            : tag.Source is not null && expressions.IsHandedOver(source) ? tag.HandedOver()
            : tag;
    }

    private static SpanTagTarget? SpanTag(TagDeclaration declaration, ExpressionParser expressions)
    {
        if (declaration is not { Name: { } name, Attribute: var attribute })
        {
            return null;
        }

        if (declaration.IsConstant)
        {
            return new SpanTagTarget(name, TagNames.Pascal(name), SymbolDisplay.FormatLiteral(attribute.Text("Value")!, quote: true), null);
        }

        return Source(attribute, declaration.Of, expressions) is { } source
            ? new SpanTagTarget(name, TagNames.Pascal(name), null, source.Model) { IsHandedOver = expressions.IsHandedOver(source) }
            : null;
    }

    private static ParsedExpression? Source(AttributeData attribute, ISymbol? of, ExpressionParser expressions) =>
        attribute.Text("From") is { } text ? expressions.Parse(attribute, text)
        : of is IParameterSymbol parameter ? expressions.Parameter(parameter)
        : of is IMethodSymbol ? expressions.Result()
        : null;
}
