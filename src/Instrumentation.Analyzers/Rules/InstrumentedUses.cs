using System;
using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Instrumentation.Generator.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Instrumentation.Analyzers.Rules;

/// <summary>Finds the uses of instrumented methods among the operations of a compilation. Whether a method is one is asked once per method.</summary>
internal sealed class InstrumentedUses(Compilation compilation)
{
    private readonly ConcurrentDictionary<IAssemblySymbol, bool> _assemblies = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<IMethodSymbol, bool> _methods = new(SymbolEqualityComparer.Default);

    public static ImmutableArray<OperationKind> Kinds { get; } = [OperationKind.Invocation, OperationKind.MethodReference, OperationKind.DynamicInvocation];

    /// <summary>The use that an operation is; <see langword="null"/> where it is none.</summary>
    public CallCoverage? Of(IOperation operation, CancellationToken cancellation)
    {
        if (operation.SemanticModel is not { } model)
        {
            return null;
        }

        return operation switch
        {
            IInvocationOperation call when MayBeUse(call.TargetMethod, cancellation) => call.IsImplicit || call.Syntax is not InvocationExpressionSyntax written
                ? CallCoverage.OfImplicitCall(call.Syntax, call.TargetMethod, model, cancellation)
                : CallCoverage.OfCall(written, model, cancellation),
            IMethodReferenceOperation group when MayBeUse(group.Method, cancellation) && CallSyntax.NameOf(group.Syntax) is { } name => CallCoverage.OfMethodGroup(name, model, cancellation),
            IDynamicInvocationOperation { Syntax: InvocationExpressionSyntax written } => CallCoverage.OfCall(written, model, cancellation),
            _ => null,
        };
    }

    /// <summary>The place to speak of: the method's name.</summary>
    public static Location PlaceOf(IOperation operation) => (CallSyntax.NameOf(operation.Syntax) ?? operation.Syntax).GetLocation();

    private bool MayBeUse(IMethodSymbol called, CancellationToken cancellation) =>
        _methods.GetOrAdd(called.OriginalDefinition, method =>
            (_assemblies.GetOrAdd(method.ContainingAssembly, IsInstrumented) && InstrumentedMembers.IsAnnotated(InstrumentedMembers.Declared(method)))
            || DecoratedCalls.Of(compilation).Include(method, cancellation));

    private bool IsInstrumented(IAssemblySymbol assembly) =>
        SymbolEqualityComparer.Default.Equals(assembly, compilation.Assembly)
        || assembly.Modules.Any(static module => module.ReferencedAssemblies.Any(static identity => string.Equals(identity.Name, KnownNames.RuntimeAssembly, StringComparison.Ordinal)));
}
