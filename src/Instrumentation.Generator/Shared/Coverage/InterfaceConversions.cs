using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Instrumentation.Generator.Shared;

/// <summary>Finds where an object with instrumented methods becomes an interface outside the container: what is called through it then, no decorator measures.</summary>
internal sealed class InterfaceConversions
{
    private readonly ConcurrentDictionary<(ITypeSymbol Class, ITypeSymbol Interface), IMethodSymbol?> _carried = new();

    /// <summary>Whether a conversion has such types at all; nearly none has. Of classes of this assembly: what tests and tools make of a library's classes is not what the library promised.</summary>
    public static bool MayBe(IConversionOperation conversion, IAssemblySymbol assembly) =>
        conversion is { Type.TypeKind: TypeKind.Interface, Operand.Type: { TypeKind: TypeKind.Class or TypeKind.Struct } type } && SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, assembly);

    public CallCoverage? Of(IConversionOperation conversion, SemanticModel model, CancellationToken cancellation)
    {
        if (conversion.Type is not INamedTypeSymbol { TypeKind: TypeKind.Interface } service
            || conversion.Operand.Type is not INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct } type
            || conversion.OperatorMethod is not null
            || _carried.GetOrAdd((type, service), static pair => Carried(pair.Class, pair.Interface)) is not { } method
            || !SymbolEqualityComparer.Default.Equals(method.ContainingAssembly, model.Compilation.Assembly)
            || !Leaves(conversion, model, cancellation))
        {
            return null;
        }

        return CallOptOut.IsChosen(conversion.Operand.Syntax, method, model, cancellation)
            ? new CallCoverage(CallMeasurement.LeftAlone, method, Refusal: CallRefusal.Asked)
            : new CallCoverage(CallMeasurement.NotMeasured, method, Refusal: CallRefusal.NotFromContainer) { Through = service };
    }

    /// <summary>The instrumented method that a class runs for an interface's member; null where calls of the member are replaced themselves, or run another method.</summary>
    public static IMethodSymbol? Behind(ISymbol member, ITypeSymbol type) =>
        member is IMethodSymbol { MethodKind: MethodKind.Ordinary, IsStatic: false } called
        && !InstrumentedMembers.IsAnnotated(called.OriginalDefinition)
        && type.FindImplementationForInterfaceMember(called) is IMethodSymbol { ContainingType.TypeKind: not TypeKind.Interface } found
        && InstrumentedMembers.Declared(found) is var method
        && InstrumentedMembers.IsAnnotated(method)
        && TargetRules.Refusal(method) is null
            ? method
            : null;

    private static IMethodSymbol? Carried(ITypeSymbol type, ITypeSymbol service) =>
        service.AllInterfaces.Prepend<ITypeSymbol>(service).SelectMany(static each => each.GetMembers()).Select(member => Behind(member, type)).FirstOrDefault(static method => method is not null && Weaves.Of(method) is null);

    // A call on the converted object is judged itself, a comparison calls nothing, and what the container is given it decorates.
    private static bool Leaves(IOperation value, SemanticModel model, CancellationToken cancellation) =>
        value.Parent switch
        {
            IInvocationOperation call when call.Instance == value => false,
            IMemberReferenceOperation member when member.Instance == value => false,
            IConditionalAccessOperation access when access.Operation == value => false,
            IConversionOperation further => Leaves(further, model, cancellation),
            IBinaryOperation or IForEachLoopOperation or IUsingOperation => false,
            IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Syntax: VariableDeclaratorSyntax declarator } } => VariableLeaves(declarator, model, cancellation),
            _ => !Registrations.Take(value),
        };

    // A local variable that is only called on, or registered, hands its object to nobody else.
    private static bool VariableLeaves(VariableDeclaratorSyntax declarator, SemanticModel model, CancellationToken cancellation) =>
        declarator.Ancestors().FirstOrDefault(static node => node is MemberDeclarationSyntax and not GlobalStatementSyntax or CompilationUnitSyntax) is { } scope
        && CallSyntax.Names(scope, declarator.Identifier.ValueText).Any(name =>
            model.GetOperation(name, cancellation) is ILocalReferenceOperation { Parent: not ISimpleAssignmentOperation } use
            && use.Local.DeclaringSyntaxReferences.Any(reference => reference.Span == declarator.Span)
            && use.Parent is not IVariableInitializerOperation
            && Leaves(use, model, cancellation));
}
