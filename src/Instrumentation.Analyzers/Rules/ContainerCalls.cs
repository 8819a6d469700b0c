using System;
using System.Collections.Generic;
using System.Linq;
using Instrumentation.Analyzers.Rules.Cardinality;
using Instrumentation.Generator.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Instrumentation.Analyzers.Rules;

/// <summary>The calls that one body of code makes with one collection of services, in the order in which they end.</summary>
internal sealed class ContainerCalls
{
    private const string ForCollections = "Microsoft.Extensions.DependencyInjection.InstrumentationServiceCollectionExtensions";
    private const string ForHosts = "Microsoft.Extensions.Hosting.InstrumentationHostExtensions";

    private const string Add = "AddInstrumentation";

    private ContainerCalls(IReadOnlyList<IInvocationOperation> all, bool isHosted)
    {
        All = all;
        IsHosted = isHosted;
    }

    /// <summary>The calls.</summary>
    public IReadOnlyList<IInvocationOperation> All { get; }

    /// <summary>Whether a host decorates when it is built, so that the order does not matter.</summary>
    public bool IsHosted { get; }

    /// <summary>The calls with the collection that one of them stands on; null where it is not certain which collection that is.</summary>
    public static ContainerCalls? Around(IInvocationOperation call)
    {
        if (Collections(call).Select(Root).FirstOrDefault() is not { } root)
        {
            return null;
        }

        var body = Body(call);
        var within = Within(body).ToList();
        var variable = root is ValueTuple<IPropertySymbol, ISymbol> owned ? owned.Item2 : root;
        if (within.OfType<IAssignmentOperation>().Any(assignment => variable.Equals(Key(assignment.Target))))
        {
            return null;
        }

        var calls = within.OfType<IInvocationOperation>().ToList();
        return new ContainerCalls(
            [.. calls.Where(other => Collections(other).Any(collection => root.Equals(Root(collection)))).OrderBy(End)],
            calls.Any(IsOfHost));
    }

    /// <summary>Whether a call decorates what is registered so far.</summary>
    public static bool Decorates(IInvocationOperation call) => call.TargetMethod.Name == Add && call.TargetMethod.ContainingType.ToDisplayString() == ForCollections;

    /// <summary>Whether a call decorates, now or when the container is built.</summary>
    public static bool Adds(IInvocationOperation call) => Decorates(call) || IsOfHost(call);

    /// <summary>Whether a method of another library that uses ours is given the collection or a builder, and so may do what is looked for: <c>builder.AddServiceDefaults()</c>.</summary>
    public static bool MayAdd(IMethodSymbol method, Compilation compilation) =>
        method.ContainingAssembly is { } assembly
        && !SymbolEqualityComparer.Default.Equals(assembly, compilation.Assembly)
        && !KnownNames.OwnAssemblies.Contains(assembly.Name)
        && (method.ReducedFrom ?? method).Parameters.Any(static parameter => parameter.Type.Name == "IServiceCollection" || parameter.Type.Name.EndsWith("Builder", StringComparison.Ordinal) || parameter.Type.Name == "WebApplication")
        && assembly.Modules.Any(static module => module.ReferencedAssemblies.Any(static identity => identity.Name == KnownNames.RuntimeAssembly));

    /// <summary>Where to report a call: not the whole chain that it may end.</summary>
    public static Location Place(IInvocationOperation call) =>
        call.Syntax is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name: var name } } ? name.GetLocation() : call.Syntax.GetLocation();

    /// <summary>Where a call ends: after those that stand in front of it in its chain.</summary>
    public static int End(IInvocationOperation call) => call.Syntax.Span.End;

    /// <summary>Whether one call has run wherever the other, which stands after it, runs.</summary>
    public static bool IsBefore(IInvocationOperation earlier, IInvocationOperation later)
    {
        var around = new HashSet<IOperation>(Ancestors(later));
        return End(earlier) < End(later) && Ancestors(earlier).TakeWhile(IsInSequence).Any(around.Contains);
    }

    // Of anything else, a condition, a loop or a protected block, it is not certain that all of it runs.
    private static bool IsInSequence(IOperation operation) => operation is
        IInvocationOperation or IArgumentOperation or IConversionOperation or IExpressionStatementOperation or IReturnOperation or ISimpleAssignmentOperation
        or IVariableInitializerOperation or IVariableDeclaratorOperation or IVariableDeclarationOperation or IVariableDeclarationGroupOperation
        or IBlockOperation or IMethodBodyOperation or IConstructorBodyOperation or IAnonymousFunctionOperation or ILocalFunctionOperation;

    private static bool IsOfHost(IInvocationOperation call) => call.TargetMethod.Name == Add && call.TargetMethod.ContainingType.ToDisplayString() == ForHosts;

    private static IOperation Body(IOperation operation) =>
        Ancestors(operation).FirstOrDefault(static each => each is IAnonymousFunctionOperation or ILocalFunctionOperation) ?? Ancestors(operation).Last();

    private static IEnumerable<IOperation> Ancestors(IOperation operation)
    {
        for (var current = operation; current is not null; current = current.Parent)
        {
            yield return current;
        }
    }

    // Lambdas and local functions run at times of their own.
    private static IEnumerable<IOperation> Within(IOperation operation) => operation.ChildOperations
        .Where(static child => child is not (IAnonymousFunctionOperation or ILocalFunctionOperation))
        .SelectMany(static child => Within(child).Prepend(child));

    private static IEnumerable<IOperation> Collections(IInvocationOperation call) =>
        call.Arguments.Select(static argument => argument.Value).Concat(call.Instance is { } instance ? [instance] : []).Select(Unconverted).Where(static value => IsCollection(value.Type));

    private static bool IsCollection(ITypeSymbol? type) =>
        type is INamedTypeSymbol named && (IsItself(named) || named.AllInterfaces.Any(IsItself));

    private static bool IsItself(INamedTypeSymbol type) => type.Is("IServiceCollection", "Microsoft.Extensions.DependencyInjection");

    // Each method of a chain returns the collection that it was given.
    private static object? Root(IOperation collection) =>
        collection is IInvocationOperation front ? Collections(front).Select(Root).FirstOrDefault() : Key(collection);

    private static object? Key(IOperation value) => value switch
    {
        ILocalReferenceOperation local => local.Local,
        IParameterReferenceOperation parameter => parameter.Parameter,
        IPropertyReferenceOperation { Property: var property, Instance: ILocalReferenceOperation { Local: var local } } => (property, (ISymbol)local),
        IPropertyReferenceOperation { Property: var property, Instance: IParameterReferenceOperation { Parameter: var parameter } } => (property, (ISymbol)parameter),
        IObjectCreationOperation made => made,
        _ => null,
    };

    private static IOperation Unconverted(IOperation value) => value is IConversionOperation conversion ? Unconverted(conversion.Operand) : value;
}
