using System.Collections.Concurrent;
using Instrumentation.Generator.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Instrumentation.Analyzers.Rules.Cardinality;

/// <summary>Values that nothing limits: by their type, or by the member that gives them.</summary>
internal sealed class UnboundedValues : ValueSource
{
    // How deep structs and records are looked into.
    private const int MaxDepth = 4;

    private readonly ConcurrentDictionary<ITypeSymbol, Evidence> _types = new(SymbolEqualityComparer.Default);

    public override Evidence OfType(ITypeSymbol? type) => type is null ? Evidence.None : _types.GetOrAdd(type, key => Of(key, 0));

    public override Evidence? OfMember(ISymbol member, IOperation use) =>
        UnboundedMembers.Are(member, use) ? Evidence.Found(member)
        : IsFixed(member) || IsSetOnce(member) || IsOfTheProgram(member) || IsConfiguration(member, use) ? Evidence.Closed
        : null;

    public override bool IsCarried(ITypeSymbol? owner, ITypeSymbol? member) =>
        member is { SpecialType: SpecialType.System_String or SpecialType.System_Object or SpecialType.System_Char } or IArrayTypeSymbol { ElementType.SpecialType: SpecialType.System_String }
            ? IsText(owner)
            : IsText(member) && IsText(owner);

    /// <summary>Whether values of the type are texts, or what web requests keep them in.</summary>
    public static bool IsText(ITypeSymbol? type) => type switch
    {
        null => false,
        { SpecialType: SpecialType.System_String or SpecialType.System_Object } => true,
        IArrayTypeSymbol { ElementType: var element } => IsText(element),
        _ => type.ContainingNamespace.Is("Microsoft.AspNetCore.Http") || type.ContainingNamespace.Is("Microsoft.Extensions.Primitives")
            || type.ContainingNamespace.Is("System.Collections.Specialized")
            || type.Name is "KeyValuePair" or "ReadOnlySpan" or "IEnumerable" or "ReadOnlyMemory"
            || type.Name.EndsWith("Headers", StringComparison.Ordinal),
    };

    private static Evidence Of(ITypeSymbol type, int depth)
    {
        if (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable)
        {
            return Of(nullable.TypeArguments[0], depth);
        }

        if (IsClosed(type))
        {
            return Evidence.Closed;
        }

        if (UnboundedTypes.Contain(type) || type.IsException())
        {
            return Evidence.Found(type);
        }

        return depth < MaxDepth && type.SpecialType == SpecialType.None && (type.IsRecord || type is { TypeKind: TypeKind.Struct, IsTupleType: false }) ? OfParts(type, depth) : Evidence.None;
    }

    private static bool IsClosed(ITypeSymbol type) =>
        type.TypeKind == TypeKind.Enum || type.SpecialType == SpecialType.System_Boolean || type.Is("Type", "System") || type.ContainingNamespace.Is("System.Reflection");

    // A struct or record that holds such a value is as many as that. One that says itself how it is shown may say less, unless it has nothing else to say.
    private static Evidence OfParts(ITypeSymbol type, int depth)
    {
        var parts = type.GetMembers().Where(static member => !member.IsStatic).Select(static member => member switch
        {
            IFieldSymbol { AssociatedSymbol: null } field => field.Type,
            IPropertySymbol { IsIndexer: false, Name: not "EqualityContract" } property when IsStored(property) => property.Type,
            _ => null,
        }).Where(static part => part is not null).ToList();
        if (type.IsRecord && type.BaseType is { SpecialType: SpecialType.None } parent)
        {
            parts.Add(parent);
        }

        var speaks = type.GetMembers("ToString").Any(static member => member is IMethodSymbol { Parameters.Length: 0, IsImplicitlyDeclared: false });
        if (parts.Count != 1 && speaks)
        {
            return Evidence.None;
        }

        return parts.Any(part => Of(part!, depth + 1).IsFound) ? Evidence.Found(type) : Evidence.None;
    }

    // Of another assembly only the public side is known.
    private static bool IsStored(IPropertySymbol property) =>
        property.DeclaringSyntaxReferences.IsEmpty
            ? property is { DeclaredAccessibility: Accessibility.Public, ContainingType.IsRecord: true }
            : property.ContainingType.GetMembers().Any(member => member is IFieldSymbol field && SymbolEqualityComparer.Default.Equals(field.AssociatedSymbol, property));

    // One value for the life of the process, unless it is a collection that fills with identities.
    private static bool IsFixed(ISymbol member) => member is IFieldSymbol { IsReadOnly: true, IsStatic: true, Type: var type } && type switch
    {
        IArrayTypeSymbol { ElementType: var element } => !IsIdentity(element),
        INamedTypeSymbol { OriginalDefinition.SpecialType: not SpecialType.System_Nullable_T } generic => !generic.TypeArguments.Any(IsIdentity),
        _ => true,
    };

    private static bool IsIdentity(ITypeSymbol type) => UnboundedTypes.Contain(type) && UnboundedTypes.AreIdentities(type);

    // A static property that keeps what it was given is one value for the life of the process.
    private static bool IsSetOnce(ISymbol member) =>
        member is IPropertySymbol { IsStatic: true, SetMethod: null, DeclaringSyntaxReferences.IsEmpty: false } property && IsStored(property);

    // Names of types and members are as many as the program has; it runs on one machine, in one environment.
    private static bool IsOfTheProgram(ISymbol member) =>
        member is IPropertySymbol { Name: "LocalEndPoint" or "LocalEndpoint" or "LocalIpAddress" or "LocalAddress" }
        || member is IPropertySymbol { ContainingType: var owner } && (owner.Is("Type", "System") || owner.ContainingNamespace.Is("System.Reflection") || (owner.Is("Environment", "System") && member.Name is "MachineName" or "UserName" or "ProcessId") || owner.Name == "IHostEnvironment");

    // A program has few configurations: a time-out or an address out of one is not different at each call. Identities and clocks are, wherever they are kept.
    private static bool IsConfiguration(ISymbol member, IOperation use) =>
        (IsConfigured(member) || (use is IMemberReferenceOperation { Instance: IInstanceReferenceOperation { ReferenceKind: not InstanceReferenceKind.PatternInput } } && member is IPropertySymbol { SetMethod: null, DeclaringSyntaxReferences.IsEmpty: false } own && IsStored(own)))
        && member switch { IFieldSymbol field => !UnboundedTypes.AreIdentities(field.Type), IPropertySymbol property => !UnboundedTypes.AreIdentities(property.Type), _ => false };

    private static bool IsConfigured(ISymbol member) =>
        member is IFieldSymbol { IsReadOnly: true }
        || member is { Name: "BaseAddress" or "Timeout" or "BaseUri" or "Endpoint" }
        || (member is IPropertySymbol { ContainingType.Name: var owner }
            && (owner.EndsWith("Options", StringComparison.Ordinal) || owner.EndsWith("Settings", StringComparison.Ordinal) || owner.EndsWith("Configuration", StringComparison.Ordinal) || owner.EndsWith("Config", StringComparison.Ordinal)));
}
