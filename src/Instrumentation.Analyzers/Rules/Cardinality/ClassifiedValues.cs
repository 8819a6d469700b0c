using Instrumentation.Generator.Shared;
using Microsoft.CodeAnalysis;

namespace Instrumentation.Analyzers.Rules.Cardinality;

/// <summary>Values of members that carry a data-classification attribute (Microsoft.Extensions.Compliance).</summary>
internal sealed class ClassifiedValues : ValueSource
{
    /// <summary>The base of all such attributes.</summary>
    public const string AttributeName = "Microsoft.Extensions.Compliance.Classification.DataClassificationAttribute";

    private const string Space = "Microsoft.Extensions.Compliance.Classification";

    // Who asks whether a value is known does not make it less private.
    public override bool StopsAtTests => false;

    public override Evidence OfType(ITypeSymbol? type) => type is INamedTypeSymbol named && Classification(named) is not null ? Evidence.Found(named) : Evidence.None;

    public override Evidence? OfMember(ISymbol member, IOperation use) => Classification(member) is null ? null : Evidence.Found(member);

    public override bool IsCarried(ITypeSymbol? owner, ITypeSymbol? member) => UnboundedValues.IsText(member);

    /// <summary>The classification of a member, a parameter or a type; null for none.</summary>
    public static INamedTypeSymbol? Classification(ISymbol symbol) => Of(symbol) ?? symbol switch
    {
        // `record User([PrivateData] string Email)` puts it on the parameter.
        IPropertySymbol { ContainingType: { IsRecord: true } record } property => record.InstanceConstructors
            .SelectMany(static constructor => constructor.Parameters)
            .Where(parameter => parameter.Name == property.Name && parameter.DeclaringSyntaxReferences.FirstOrDefault()?.Span == property.DeclaringSyntaxReferences.FirstOrDefault()?.Span)
            .Select(Of)
            .FirstOrDefault(static found => found is not null),
        IMethodSymbol method => method.GetReturnTypeAttributes().Select(Kind).FirstOrDefault(static found => found is not null),
        _ => null,
    };

    private static INamedTypeSymbol? Of(ISymbol symbol)
    {
        foreach (var attribute in symbol.GetAttributes())
        {
            if (Kind(attribute) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    private static INamedTypeSymbol? Kind(AttributeData attribute)
    {
        // Somebody has looked, and it is none.
        if (attribute.Is(KnownNames.NoDataClassificationAttribute))
        {
            return null;
        }

        for (var type = attribute.AttributeClass; type is not null; type = type.BaseType)
        {
            if (type.Is("DataClassificationAttribute", Space))
            {
                return attribute.AttributeClass;
            }
        }

        return null;
    }
}
