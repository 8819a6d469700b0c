using Instrumentation.Generator.Collections;
using Instrumentation.Generator.Model;
using Instrumentation.Generator.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Instrumentation.Generator.Parsing;

/// <summary>Parses the tags of a method: its own, its parameters', its result's and its type's.</summary>
internal static class TagParser
{
    /// <summary>The tags with a closed or bounded set; the method's own win over its type's.</summary>
    public static IEnumerable<TagTarget> Parse(IMethodSymbol method, ExpressionParser expressions) => Parse(method, method, expressions);

    /// <summary>The same for a property, which is read by a method.</summary>
    public static IEnumerable<TagTarget> Parse(ISymbol member, IMethodSymbol method, ExpressionParser expressions) =>
        Declarations(member, method, KnownNames.TagAttribute)
            .Select(declaration => Tag(declaration, expressions))
            .Where(static tag => tag is not null && TagNames.IsValid(tag.Name))
            .Select(static tag => tag!)
            .GroupBy(static tag => tag.Name, StringComparer.Ordinal)
            .Select(static same => same.First())
            .WithUniqueIdentifiers(static tag => tag.Identifier, static (tag, identifier) => tag with { Identifier = identifier });

    public static IEnumerable<SpanTagTarget> ParseSpanTags(IMethodSymbol method, ExpressionParser expressions) =>
        Declarations(method, method, KnownNames.SpanTagAttribute)
            .Select(declaration => SpanTag(declaration, expressions))
            .Where(static tag => tag is not null)
            .Select(static tag => tag!)
            .GroupBy(static tag => tag.Name, StringComparer.Ordinal)
            .Select(static same => same.First())
            .WithUniqueIdentifiers(static tag => tag.Identifier, static (tag, identifier) => tag with { Identifier = identifier });

    private static IEnumerable<(AttributeData Attribute, ISymbol? Of)> Declarations(ISymbol member, IMethodSymbol method, string attribute)
    {
        foreach (var data in member.All(attribute))
        {
            yield return (data, null);
        }

        foreach (var parameter in method.Parameters)
        {
            foreach (var data in parameter.All(attribute))
            {
                yield return (data, parameter);
            }
        }

        foreach (var data in method.GetReturnTypeAttributes().All(attribute))
        {
            yield return (data, method);
        }

        foreach (var data in method.ContainingType.All(attribute))
        {
            yield return (data, method.ContainingType);
        }
    }

    private static TagTarget? Tag((AttributeData Attribute, ISymbol? Of) declaration, ExpressionParser expressions)
    {
        var (attribute, of) = declaration;
        if (NameOf(attribute, of) is not { } name)
        {
            return null;
        }

        var isOfType = of is ITypeSymbol;
        var identifier = TagNames.Pascal(name);
        if (of is null or ITypeSymbol && attribute.Text("Value") is { } constant)
        {
            return new TagTarget(name, identifier, null, new[] { constant }.ToEquatable(), default, HasOther: false, 0, null, isOfType);
        }

        return Source(attribute, of, expressions) is { } source
            ? TagValueParser.Parse(name, identifier, source, attribute, isOfType)
            : null;
    }

    private static SpanTagTarget? SpanTag((AttributeData Attribute, ISymbol? Of) declaration, ExpressionParser expressions)
    {
        var (attribute, of) = declaration;
        if (NameOf(attribute, of) is not { } name)
        {
            return null;
        }

        if (of is null or ITypeSymbol && attribute.Text("Value") is { } constant)
        {
            return new SpanTagTarget(name, TagNames.Pascal(name), SymbolDisplay.FormatLiteral(constant, quote: true), null);
        }

        return Source(attribute, of, expressions) is { } source ? new SpanTagTarget(name, TagNames.Pascal(name), null, source.Model) : null;
    }

    private static string? NameOf(AttributeData attribute, ISymbol? of) =>
        attribute.Name() ?? (of is IParameterSymbol parameter ? SnakeCase.Of(parameter.Name) : null);

    private static ParsedExpression? Source(AttributeData attribute, ISymbol? of, ExpressionParser expressions) =>
        attribute.Text("From") is { } text ? expressions.Parse(attribute, text)
        : of is IParameterSymbol parameter ? expressions.Parameter(parameter)
        : of is IMethodSymbol ? expressions.Result()
        : null;
}
