using Microsoft.CodeAnalysis;

namespace Instrumentation.Analyzers.Rules.Hygiene;

/// <summary>How code writes the members of an enum: as numbers or as texts.</summary>
/// <param name="Type">The enum.</param>
/// <param name="Values">What each member becomes, by its name: a number or a text. Members that are not named are not known.</param>
/// <param name="IsNumber">Whether they are numbers.</param>
internal sealed record EnumEncoding(INamedTypeSymbol Type, IReadOnlyDictionary<string, string> Values, bool IsNumber)
{
    /// <summary>The encoding that the declaration itself gives: <c>(int)state</c>.</summary>
    public static EnumEncoding Underlying(INamedTypeSymbol type) => new(type, Members(type).ToDictionary(static member => member.Name, static member => Text(member.ConstantValue), StringComparer.Ordinal), IsNumber: true);

    /// <summary>The encoding of <c>state.ToString()</c>, passed through a change of case.</summary>
    public static EnumEncoding Names(INamedTypeSymbol type, Func<string, string> change) => new(type, Members(type).ToDictionary(static member => member.Name, member => change(member.Name), StringComparer.Ordinal), IsNumber: false);

    public static IEnumerable<IFieldSymbol> Members(INamedTypeSymbol type) => type.GetMembers().OfType<IFieldSymbol>().Where(static field => field.HasConstantValue);

    /// <summary>The first member that another encoding of the same kind writes differently; null where the two agree.</summary>
    public string? Conflict(EnumEncoding other) => IsNumber != other.IsNumber || !SymbolEqualityComparer.Default.Equals(Type, other.Type)
        ? null
        : Values.Keys.OrderBy(static name => name, StringComparer.Ordinal).FirstOrDefault(name => other.Values.TryGetValue(name, out var value) && value != Values[name]);

    public static string Text(object? value) => Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture) ?? string.Empty;
}
