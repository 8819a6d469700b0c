using Microsoft.CodeAnalysis;

namespace Instrumentation.Generator.Shared;

/// <summary>The builder that runs a method inside ours: the one that <c>[Instrumented]</c> names, or else that of what the method returns.</summary>
internal static class InnerBuilders
{
    private const string Attribute = "System.Runtime.CompilerServices.AsyncMethodBuilderAttribute";
    private const string Services = "System.Runtime.CompilerServices.";

    private static readonly string[] s_members = ["Create", "Task", "Start", "SetResult", "SetException", "SetStateMachine", "AwaitOnCompleted", "AwaitUnsafeOnCompleted"];

    /// <summary>The builder; null where the method has none that ours could hold.</summary>
    public static INamedTypeSymbol? Of(IMethodSymbol method, AttributeData? instrumented) =>
        Named(instrumented) ?? (instrumented?.Flag("Pool", otherwise: false) == true ? Pooled(method) : null) ?? Own(method);

    /// <summary>Why the builder cannot be held; null where it can.</summary>
    public static string? Refusal(IMethodSymbol method, AttributeData? instrumented)
    {
        if (Named(instrumented) is not { } named)
        {
            return Own(method) is null ? $"'{method.ReturnType.Name}' names no builder that could be held in another; return a task, or leave 'partial' out" : null;
        }

        var arity = ((INamedTypeSymbol)method.ReturnType).Arity;
        return named.Arity != arity || named.ContainingType is { IsGenericType: true } ? $"'{named.Name}' does not build a '{method.ReturnType.Name}' of {arity} type arguments"
            : !TargetRules.IsReachable(named) ? $"generated code cannot name '{named.Name}'; make it internal or public"
            : s_members.FirstOrDefault(member => named.OriginalDefinition.GetMembers(member).IsEmpty) is { } missing ? $"'{named.Name}' has no '{missing}', as the builder of an async method does"
            : named.OriginalDefinition.GetMembers("Task").OfType<IPropertySymbol>().FirstOrDefault()?.Type.OriginalDefinition is var made && !SymbolEqualityComparer.Default.Equals(made, method.ReturnType.OriginalDefinition)
                ? $"'{named.Name}' makes no '{method.ReturnType.Name}'"
            : null;
    }

    /// <summary>What awaiting the method gives; null for nothing.</summary>
    public static ITypeSymbol? Result(ITypeSymbol type) => type is INamedTypeSymbol { Arity: 1 } task ? task.TypeArguments[0] : null;

    private static INamedTypeSymbol? Named(AttributeData? instrumented) => instrumented?.Type("Builder") as INamedTypeSymbol;

    private static INamedTypeSymbol? Pooled(IMethodSymbol method) =>
        method.ReturnType is INamedTypeSymbol { Name: "ValueTask" } task && TypeNames.Namespace(task) == "System.Threading.Tasks"
            ? task.ContainingAssembly.GetTypeByMetadataName(Services + "PoolingAsyncValueTaskMethodBuilder" + Suffix(task))
            : null;

    // What a type says of itself; of a task the compiler knows it.
    private static INamedTypeSymbol? Own(IMethodSymbol method) => method.ReturnType is not INamedTypeSymbol type ? null
        : type.OriginalDefinition.First(Attribute)?.ConstructorArguments.FirstOrDefault().Value is INamedTypeSymbol own ? own.ContainingType is { IsGenericType: true } ? null : own
        : type.Name == "Task" && TypeNames.Namespace(type) == "System.Threading.Tasks" ? type.ContainingAssembly.GetTypeByMetadataName(Services + "AsyncTaskMethodBuilder" + Suffix(type))
        : null;

    private static string Suffix(INamedTypeSymbol type) => type.Arity == 0 ? string.Empty : "`1";
}
