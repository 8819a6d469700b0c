using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Instrumentation.Generator.Shared;

/// <summary>The calls that the compiler makes by itself, for which no call is written: those of <c>foreach</c>, <c>using</c>, <c>await</c>, deconstruction and patterns.</summary>
internal static class ImplicitCalls
{
    /// <summary>The operations that make such calls. Queries and collection initializers are invocations of their own.</summary>
    public static ImmutableArray<OperationKind> Kinds { get; } =
    [
        OperationKind.Loop, OperationKind.Using, OperationKind.UsingDeclaration, OperationKind.Await, OperationKind.DeconstructionAssignment,
        OperationKind.RecursivePattern, OperationKind.SlicePattern, OperationKind.ImplicitIndexerReference, OperationKind.CollectionExpression,
    ];

    public static IEnumerable<ImplicitCall> Of(IOperation operation, SemanticModel model) => (operation, operation.Syntax) switch
    {
        (IForEachLoopOperation, CommonForEachStatementSyntax loop) => OfLoop(loop, model),
        (IUsingOperation { Resources: var resources, IsAsynchronous: var isAsync }, _) => OfUsing(resources, isAsync),
        (IUsingDeclarationOperation { DeclarationGroup: var resources, IsAsynchronous: var isAsync }, _) => OfUsing(resources, isAsync),
        (IAwaitOperation { Operation.Type: var type }, AwaitExpressionSyntax awaited) => OfAwait(awaited, type, model),
        (IDeconstructionAssignmentOperation { Value.Type: var type }, AssignmentExpressionSyntax assignment) => OfDeconstruction(model.GetDeconstructionInfo(assignment), assignment.Left, type),
        (IRecursivePatternOperation { DeconstructSymbol: IMethodSymbol method, MatchedType: var type }, var pattern) => [new ImplicitCall(pattern, method, type)],
        (ISlicePatternOperation { SliceSymbol: IMethodSymbol method }, var pattern) => [new ImplicitCall(pattern, method, method.ContainingType)],
        (IImplicitIndexerReferenceOperation { IndexerSymbol: IMethodSymbol method, Instance.Type: var type }, var indexing) => [new ImplicitCall(indexing, method, type)],
        (ICollectionExpressionOperation collection, var written) => OfCollection(collection, written),
        _ => [],
    };

    private static IEnumerable<ImplicitCall> OfLoop(CommonForEachStatementSyntax loop, SemanticModel model)
    {
        var info = model.GetForEachStatementInfo(loop);
        var sequence = model.GetTypeInfo(loop.Expression).Type;
        var enumerator = info.GetEnumeratorMethod?.ReturnType;
        IEnumerable<ImplicitCall> calls =
        [
            .. Call(loop.Expression, info.GetEnumeratorMethod, sequence), .. Call(loop.Expression, info.MoveNextMethod, enumerator), .. Call(loop.Expression, info.DisposeMethod, enumerator),
        ];
        return loop is ForEachVariableStatementSyntax variables ? calls.Concat(OfDeconstruction(model.GetDeconstructionInfo(variables), variables.Variable, info.ElementType)) : calls;
    }

    private static IEnumerable<ImplicitCall> OfUsing(IOperation resources, bool isAsync)
    {
        if (resources is not IVariableDeclarationGroupOperation group)
        {
            return Call(resources.Syntax, Disposal(resources.Type, isAsync), resources.Type);
        }

        return group.Declarations.SelectMany(static declaration => declaration.Declarators)
            .SelectMany(declarator => Call(declarator.Syntax, Disposal(declarator.Symbol.Type, isAsync), declarator.Symbol.Type));
    }

    // No interface is needed for an `await using`, nor for a `using` of a ref struct.
    private static IMethodSymbol? Disposal(ITypeSymbol? type, bool isAsync)
    {
        var (service, name) = isAsync ? ("IAsyncDisposable", WellKnownMemberNames.DisposeAsyncMethodName) : ("IDisposable", "Dispose");
        var declaring = type?.AllInterfaces.Cast<ITypeSymbol>().Append(type).FirstOrDefault(each => each is INamedTypeSymbol { Arity: 0, ContainingType: null } named && named.Name == service && named.ContainingNamespace.Is("System")) ?? type;
        return declaring?.GetMembers(name).OfType<IMethodSymbol>().FirstOrDefault(static method => method.Parameters.All(static parameter => parameter.IsOptional));
    }

    private static IEnumerable<ImplicitCall> OfAwait(AwaitExpressionSyntax awaited, ITypeSymbol? type, SemanticModel model)
    {
        var info = model.GetAwaitExpressionInfo(awaited);
        return [.. Call(awaited.Expression, info.GetAwaiterMethod, type), .. Call(awaited.Expression, info.GetResultMethod, info.GetAwaiterMethod?.ReturnType)];
    }

    private static IEnumerable<ImplicitCall> OfDeconstruction(DeconstructionInfo info, SyntaxNode place, ITypeSymbol? type) =>
        Call(place, info.Method, type).Concat(info.Nested.SelectMany(nested => OfDeconstruction(nested, place, nested.Method?.ContainingType)));

    // The compiler does not say which Add it calls for the elements.
    private static IEnumerable<ImplicitCall> OfCollection(ICollectionExpressionOperation collection, SyntaxNode written)
    {
        if (collection.ConstructMethod is { MethodKind: MethodKind.Ordinary } builder)
        {
            return [new ImplicitCall(written, builder, null)];
        }

        var adders = collection.ConstructMethod is null ? [] : collection.Type!.GetMembers(WellKnownMemberNames.CollectionInitializerAddMethodName).OfType<IMethodSymbol>().Where(static method => method.Parameters.Length == 1).ToList();
        return adders.Count == 1 ? collection.Elements.Select(element => new ImplicitCall(element.Syntax, adders[0], collection.Type)) : [];
    }

    // What is called of an interface is known where the receiver's class is.
    private static IEnumerable<ImplicitCall> Call(SyntaxNode place, IMethodSymbol? method, ITypeSymbol? receiver) =>
        method is null ? []
        : receiver is { TypeKind: TypeKind.Class or TypeKind.Struct } && InstrumentedMembers.IsInterfaceMember(method) ? receiver.FindImplementationForInterfaceMember(method) is IMethodSymbol implementation ? [new ImplicitCall(place, implementation, receiver)] : []
        : [new ImplicitCall(place, method, receiver)];
}
