using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Instrumentation.Generator.Shared;

/// <summary>
/// What becomes of one use of an instrumented method. The generator replaces the calls that are intercepted here and the analyzers report those
/// that are not measured: one decision, so that neither can say what the other does not do.
/// </summary>
/// <param name="Measurement">What becomes of it.</param>
/// <param name="Method">The method that is called, as declared: the instrumented one, or the interface's member.</param>
/// <param name="Wrapper">Name of the wrapper that an interceptor calls.</param>
/// <param name="Refusal">Why it is not measured.</param>
internal sealed record CallCoverage(CallMeasurement Measurement, IMethodSymbol Method, string? Wrapper = null, CallRefusal? Refusal = null)
{
    public bool IsMeasured => Measurement is CallMeasurement.Intercepted or CallMeasurement.Decorated || Weave is not null;

    /// <summary>The weave by which the method records the call itself; null where something in front of it does.</summary>
    public Weave? Weave => Measurement switch
    {
        CallMeasurement.AtDefinition => Shared.Weave.Definition,
        CallMeasurement.InPlace => Shared.Weave.InPlace,
        _ => null,
    };

    /// <summary>The same in code that the generator does not see.</summary>
    public CallCoverage Overlooked() => Weave is null ? this with { Measurement = CallMeasurement.NotMeasured, Wrapper = null, Refusal = CallRefusal.OtherGenerator } : Untagged();

    /// <summary>The same in a project that leaves its calls alone.</summary>
    public CallCoverage SwitchedOff() =>
        Measurement == CallMeasurement.Intercepted ? this with { Measurement = CallMeasurement.LeftAlone, Wrapper = null, Refusal = CallRefusal.SwitchedOff } : Untagged();

    private CallCoverage Untagged() => Wrapper is null ? this : this with { Wrapper = null, IsWithoutTags = true };

    /// <summary>The interface through which it is used, where an object with instrumented methods becomes one; null at a call.</summary>
    public ITypeSymbol? Through { get; init; }

    /// <summary>Whether it is recorded, but its tags of arguments are <c>unknown</c>: the method takes them from a wrapper, and no wrapper stands in front of this use.</summary>
    public bool IsWithoutTags { get; init; }

    /// <summary>The coverage of whatever use of a method that records its calls itself.</summary>
    public static CallCoverage OfWoven(IMethodSymbol method, Weave weave, bool isWithoutTags = false) =>
        new(weave == Shared.Weave.InPlace ? CallMeasurement.InPlace : CallMeasurement.AtDefinition, method) { IsWithoutTags = isWithoutTags };

    /// <summary>The coverage of a call; null where nothing instrumented is called.</summary>
    public static CallCoverage? OfCall(InvocationExpressionSyntax call, IMethodSymbol called, ITypeSymbol? type, IOperation? receiver, SemanticModel model, CancellationToken cancellation) =>
        Weaves.Of(InstrumentedMembers.Declared(called)) is null && CallRules.IsPartOfMeasuredOverride(call, InstrumentedMembers.Declared(called), model, cancellation)
            ? null
            : Of(call, called, type, receiver, model, cancellation, method => CallRules.Refusal(call, called, method, type, model, cancellation));

    /// <summary>The coverage of a call that is bound at run time: it is known what it calls where all candidates are instrumented.</summary>
    public static CallCoverage? OfDynamicCall(InvocationExpressionSyntax call, IDynamicInvocationOperation operation, SemanticModel model, CancellationToken cancellation)
    {
        var info = model.GetSymbolInfo(call, cancellation);
        var candidates = info.CandidateReason == CandidateReason.LateBound && !info.CandidateSymbols.IsEmpty ? info.CandidateSymbols
            : info is { CandidateReason: CandidateReason.LateBound, Symbol: { } only } ? [only]
            : operation.Operation is IDynamicMemberReferenceOperation { Instance: { } receiver } member ? Members(ObjectOrigin.Of(receiver, cancellation), member.MemberName)
            : [];
        return candidates.All(static candidate => candidate is IMethodSymbol method && InstrumentedMembers.IsAnnotated(InstrumentedMembers.Declared(method)))
            ? OfUncallable(call, candidates.OfType<IMethodSymbol>().FirstOrDefault(), null, null, CallRefusal.Dynamic, model, cancellation)
            : null;
    }

    /// <summary>The coverage of a name that is no call: a delegate that is made of a method.</summary>
    public static CallCoverage? OfMethodGroup(SimpleNameSyntax name, IMethodReferenceOperation operation, SemanticModel model, CancellationToken cancellation) =>
        CallSyntax.IsOnlyCompared(name) || CallSyntax.IsInNameOf(name)
            ? null
            : OfUncallable(name, model.GetSymbolInfo(name, cancellation).Symbol as IMethodSymbol, operation.Instance?.Type, operation.Instance, CallRefusal.MethodGroup, model, cancellation);

    /// <summary>The coverage of a call that nobody wrote, like that of <c>Add</c> by a collection initializer.</summary>
    public static CallCoverage? OfImplicitCall(SyntaxNode place, IMethodSymbol called, ITypeSymbol? receiver, SemanticModel model, CancellationToken cancellation) =>
        OfUncallable(place, called, receiver, null, CallRefusal.Implicit, model, cancellation);

    private static ImmutableArray<ISymbol> Members(ITypeSymbol? type, string name)
    {
        while (type?.GetMembers(name).IsEmpty == true)
        {
            type = type.BaseType;
        }

        return type?.GetMembers(name) ?? [];
    }

    private static CallCoverage? OfUncallable(SyntaxNode use, IMethodSymbol? called, ITypeSymbol? type, IOperation? receiver, CallRefusal refusal, SemanticModel model, CancellationToken cancellation) =>
        called is null ? null : Of(use, called, type, receiver, model, cancellation, _ => refusal);

    private static CallCoverage? Of(SyntaxNode use, IMethodSymbol called, ITypeSymbol? type, IOperation? receiver, SemanticModel model, CancellationToken cancellation, Func<IMethodSymbol, CallRefusal?> refusal)
    {
        var method = InstrumentedMembers.Declared(called);
        if (HandCalledMembers.Is(method))
        {
            return null;
        }

        if (!InstrumentedMembers.IsAnnotated(method))
        {
            return DecoratedCalls.Of(model.Compilation).Decide(called, type, receiver, cancellation) is not { } decided ? null
                : decided.Refusal is not null && CallOptOut.IsChosen(use, method, model, cancellation) ? new CallCoverage(CallMeasurement.LeftAlone, method, Refusal: CallRefusal.Asked)
                : decided;
        }

        if (Weaves.Of(method) is { } weave)
        {
            var handsOver = weave == Shared.Weave.InPlace && !CallOptOut.IsChosen(use, method, model, cancellation) && refusal(method) is null;
            var over = handsOver ? Wrappers.Of(method, model.Compilation) : null;
            return OfWoven(method, weave, over is null && InPlaceRules.TakesTags(method)) with { Wrapper = over };
        }

        if (CallOptOut.IsChosen(use, method, model, cancellation))
        {
            return new CallCoverage(CallMeasurement.LeftAlone, method, Refusal: CallRefusal.Asked);
        }

        // First what no call can help: a lambda in place of a method group would not be measured either.
        if (TargetRules.Refusal(method) is { } target)
        {
            return new CallCoverage(CallMeasurement.NotMeasured, method, Refusal: CallRefusal.OfTarget(target));
        }

        if (refusal(method) is { } reason)
        {
            return new CallCoverage(CallMeasurement.NotMeasured, method, Refusal: reason);
        }

        return Wrappers.Of(method, model.Compilation) is { } wrapper
            ? new CallCoverage(CallMeasurement.Intercepted, method, wrapper)
            : new CallCoverage(CallMeasurement.NotMeasured, method, Refusal: CallRefusal.Foreign);
    }
}
