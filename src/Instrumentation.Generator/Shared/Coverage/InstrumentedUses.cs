using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Instrumentation.Generator.Shared;

/// <summary>Finds the uses of instrumented methods among the operations of a compilation. Whether a method is one is asked once per method.</summary>
internal sealed class InstrumentedUses
{
    private static readonly ConditionalWeakTable<Compilation, InstrumentedUses> s_known = new();

    private readonly ConcurrentDictionary<string, bool> _names = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<IAssemblySymbol, bool> _assemblies = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<IMethodSymbol, bool> _methods = new(SymbolEqualityComparer.Default);
    private readonly Compilation _compilation;
    private readonly InterfaceConversions _conversions = new();
    private readonly ConditionalWeakTable<IOperation, InstrumentedUse[]> _uses = new();

    private InstrumentedUses(Compilation compilation) => _compilation = compilation;

    /// <summary>The operations that can be uses.</summary>
    public static ImmutableArray<OperationKind> Kinds { get; } =
    [
        OperationKind.Invocation, OperationKind.MethodReference, OperationKind.DynamicInvocation, OperationKind.Conversion, .. ImplicitCalls.Kinds,
    ];

    public static InstrumentedUses Of(Compilation compilation) => s_known.GetValue(compilation, static key => new InstrumentedUses(key));

    /// <summary>Whether an operation may be a use, as nearly none is.</summary>
    public bool MayBe(IOperation operation, CancellationToken cancellation) => operation switch
    {
        IInvocationOperation call => MayBeUse(call.TargetMethod, cancellation),
        IMethodReferenceOperation group => MayBeUse(group.Method, cancellation),
        IConversionOperation conversion => InterfaceConversions.MayBe(conversion, _compilation.Assembly),
        IForEachLoopOperation => Declares("GetEnumerator", cancellation) || Declares("GetAsyncEnumerator", cancellation) || Declares("MoveNext", cancellation) || Declares("MoveNextAsync", cancellation),
        ILoopOperation => false,
        IAwaitOperation => Declares("GetAwaiter", cancellation),
        IDeconstructionAssignmentOperation => Declares("Deconstruct", cancellation),
        ICollectionExpressionOperation { Type: not INamedTypeSymbol } => false,
        ICollectionExpressionOperation { Type: { TypeKind: not TypeKind.Interface } type, ConstructMethod: var made } => MayMeasure(type.ContainingAssembly) || MayMeasure(made?.ContainingAssembly),
        _ => true,
    };

    /// <summary>The uses that an operation is, without those of its children.</summary>
    public IEnumerable<InstrumentedUse> Of(IOperation operation, CancellationToken cancellation)
    {
        if (!MayBe(operation, cancellation))
        {
            return [];
        }

        // Several rules ask.
        if (!_uses.TryGetValue(operation, out var uses))
        {
            uses = [.. Find(operation, cancellation)];
            _uses.GetValue(operation, _ => uses);
        }

        return uses;
    }

    private IEnumerable<InstrumentedUse> Find(IOperation operation, CancellationToken cancellation)
    {
        if (operation.SemanticModel is not { } model)
        {
            return [];
        }

        return operation switch
        {
            IInvocationOperation { Syntax: InvocationExpressionSyntax written, IsImplicit: false } call => OfCall(written, call.TargetMethod, call.Instance?.Type, call.Instance, model, cancellation),
            IInvocationOperation call => One(CallCoverage.OfImplicitCall(call.Syntax, call.TargetMethod, call.Instance?.Type, model, cancellation), call.Syntax),
            IMethodReferenceOperation group => CallSyntax.NameOf(group.Syntax) is { } name ? One(CallCoverage.OfMethodGroup(name, group, model, cancellation), name) : [],
            IDynamicInvocationOperation { Syntax: InvocationExpressionSyntax written } call => One(CallCoverage.OfDynamicCall(written, call, model, cancellation), written),
            IConversionOperation conversion => One(_conversions.Of(conversion, model, cancellation), conversion.Operand.Syntax),
            _ => ImplicitCalls.Of(operation, model)
                .Where(call => MayBeUse(call.Method, cancellation))
                .SelectMany(call => One(CallCoverage.OfImplicitCall(call.Place, call.Method, call.Receiver, model, cancellation), call.Place)),
        };
    }

    /// <summary>The use that a written call is.</summary>
    /// <param name="call">The call.</param>
    /// <param name="called">The method that is called.</param>
    /// <param name="type">Type of the receiver as it is written; null where there is none.</param>
    /// <param name="receiver">The receiver; null where nothing can be known of its class.</param>
    /// <param name="model">The call's model.</param>
    /// <param name="cancellation">Ends the look.</param>
    public IEnumerable<InstrumentedUse> OfCall(InvocationExpressionSyntax call, IMethodSymbol called, ITypeSymbol? type, IOperation? receiver, SemanticModel model, CancellationToken cancellation) =>
        MayBeUse(called, cancellation) ? One(CallCoverage.OfCall(call, called, type, receiver, model, cancellation), call, call) : [];

    private static IEnumerable<InstrumentedUse> One(CallCoverage? coverage, SyntaxNode use, InvocationExpressionSyntax? call = null) =>
        coverage is null ? [] : [new InstrumentedUse(coverage, CallSyntax.NameOf(use) ?? use, call)];

    private bool MayBeUse(IMethodSymbol called, CancellationToken cancellation)
    {
        var method = called.OriginalDefinition;
        if (!_methods.TryGetValue(method, out var may))
        {
            _methods[method] = may =
                (MayMeasure(method.ContainingAssembly) && InstrumentedMembers.IsAnnotated(InstrumentedMembers.Declared(method)))
                || DecoratedCalls.Of(_compilation).Know(method, cancellation);
        }

        return may;
    }

    // Nearly no program writes such methods, and what a loop or an `await` calls is dear to ask for.
    private bool Declares(string name, CancellationToken cancellation)
    {
        if (!_names.TryGetValue(name, out var declares))
        {
            _names[name] = declares = _compilation.ContainsSymbolsWithName(name, SymbolFilter.Member, cancellation) || SeesOthers();
        }

        return declares;
    }

    private bool SeesOthers() =>
        _compilation.SourceModule.ReferencedAssemblySymbols.Any(assembly => !KnownNames.OwnAssemblies.Contains(assembly.Name) && MayMeasure(assembly));

    private bool MayMeasure(IAssemblySymbol? assembly) => assembly is not null && _assemblies.GetOrAdd(assembly, IsInstrumented);

    private bool IsInstrumented(IAssemblySymbol assembly) =>
        SymbolEqualityComparer.Default.Equals(assembly, _compilation.Assembly)
        || assembly.Modules.Any(static module => module.ReferencedAssemblies.Any(static identity => string.Equals(identity.Name, KnownNames.RuntimeAssembly, StringComparison.Ordinal)));
}
