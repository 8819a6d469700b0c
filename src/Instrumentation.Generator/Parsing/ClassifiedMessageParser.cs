using Instrumentation.Generator.Collections;
using Instrumentation.Generator.Model;
using Instrumentation.Generator.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Instrumentation.Generator.Parsing;

/// <summary>Reads logging methods (<c>[LoggerMessage]</c>) whose parameters carry a data classification.</summary>
internal static class ClassifiedMessageParser
{
    /// <summary>Whether a method may be one: it has an attribute on a parameter. Few logging methods do, and only those are bound.</summary>
    public static bool IsCandidate(SyntaxNode node) =>
        node is MethodDeclarationSyntax method && method.ParameterList.Parameters.Any(static parameter => parameter.AttributeLists.Count > 0);

    /// <summary>The message of a logging method; null where nothing of it is classified.</summary>
    public static ClassifiedMessage? Parse(IMethodSymbol method, AttributeData attribute)
    {
        var fields = method.Parameters.Where(static parameter => parameter.GetAttributes().Any(IsClassification)).Select(static parameter => parameter.Name).ToEquatable();
        return fields.Count == 0 ? null : new ClassifiedMessage(Template(attribute), fields);
    }

    private static string Template(AttributeData attribute)
    {
        foreach (var argument in attribute.NamedArguments)
        {
            if (argument is { Key: "Message", Value.Value: string named })
            {
                return named;
            }
        }

        var parameters = attribute.AttributeConstructor?.Parameters ?? [];
        for (var i = 0; i < parameters.Length; i++)
        {
            if (parameters[i].Name == "message" && attribute.ConstructorArguments[i].Value is string message)
            {
                return message;
            }
        }

        return string.Empty;
    }

    // By name: the package need not be referenced by us, only by whoever classifies.
    private static bool IsClassification(AttributeData attribute)
    {
        for (var type = attribute.AttributeClass; type is not null; type = type.BaseType)
        {
            switch (type.ToDisplayString())
            {
                case KnownNames.NoDataClassificationAttribute:
                    return false;
                case KnownNames.DataClassificationAttribute:
                    return true;
            }
        }

        return false;
    }
}
