using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;

namespace Instrumentation.Generator.Shared;

/// <summary>A tag as it is declared for a member.</summary>
/// <param name="Attribute">The attribute.</param>
/// <param name="Of">What it stands on: a parameter, the method for its return value, a type; null for the member itself.</param>
/// <param name="Name">Name of the tag; null where there is none.</param>
internal sealed record TagDeclaration(AttributeData Attribute, ISymbol? Of, string? Name)
{
    /// <summary>Whether it is declared on the type, and so for all of its members.</summary>
    public bool IsOfType => Of is ITypeSymbol;

    /// <summary>Whether it reads the result, as far as its words say.</summary>
    public bool IsOfResult => Of is IMethodSymbol || (Attribute.Text("From") is { } text && Regex.IsMatch(text, $"\\b{TagExpressionNames.ResultWord}\\b", RegexOptions.None, TimeSpan.FromSeconds(1)));

    /// <summary>Whether it declares a constant.</summary>
    public bool IsConstant => Of is null or ITypeSymbol && Attribute.Text("Value") is not null;

    /// <summary>The declarations of a member: its own, its parameters', its result's and its type's, in order of precedence.</summary>
    /// <param name="member">The member.</param>
    /// <param name="method">The method that is called or that reads it.</param>
    /// <param name="attribute">Metadata name of the attribute.</param>
    public static IEnumerable<TagDeclaration> All(ISymbol member, IMethodSymbol method, string attribute) =>
    [
        .. member.All(attribute).Select(static data => new TagDeclaration(data, null, data.Name())),
        .. method.Parameters.SelectMany(parameter => parameter.All(attribute).Select(data => new TagDeclaration(data, parameter, data.Name() ?? SnakeCase.Of(parameter.Name)))),
        .. method.GetReturnTypeAttributes().All(attribute).Select(data => new TagDeclaration(data, method, data.Name())),
        .. method.ContainingType.All(attribute).Select(data => new TagDeclaration(data, method.ContainingType, data.Name())),
    ];

    /// <summary>Whether an instrument takes a tag of that name: one that it names, or else any of its own place, but none that is its outcome's.</summary>
    /// <param name="instrument">The instrument's attribute.</param>
    /// <param name="name">Name of the tag.</param>
    /// <param name="isOfType">Whether the tag is declared on the type.</param>
    /// <param name="outcome">Name of the instrument's outcome tag; null for none.</param>
    /// <param name="typeOnly">Whether the instrument stands on the type, so that it takes the type's tags and its series have the same tags for every method.</param>
    public static bool IsTaken(AttributeData instrument, string name, bool isOfType, string? outcome, bool typeOnly) =>
        name != outcome
        && (instrument.Elements("Tags") is { } wanted ? wanted.Any(element => element.Value as string == name) : !typeOnly || isOfType);
}
