using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

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
    public bool IsMeasured => Measurement is CallMeasurement.Intercepted or CallMeasurement.Decorated;

    /// <summary>The same in a project that leaves its calls alone.</summary>
    public CallCoverage SwitchedOff() =>
        Measurement == CallMeasurement.Intercepted ? this with { Measurement = CallMeasurement.LeftAlone, Wrapper = null, Refusal = CallRefusal.SwitchedOff } : this;

    /// <summary>The coverage of a call; null where nothing instrumented is called.</summary>
    public static CallCoverage? OfCall(InvocationExpressionSyntax call, SemanticModel model, CancellationToken cancellation)
    {
        var info = model.GetSymbolInfo(call, cancellation);
        if (info.Symbol is IMethodSymbol called)
        {
            return CallRules.IsPartOfMeasuredOverride(call, InstrumentedMembers.Declared(called), model, cancellation)
                ? null
                : Of(call, called, model, cancellation, method => CallRules.Refusal(call, method, model, cancellation));
        }

        // Which of the candidates runs is decided later: it is certain only where all are instrumented.
        return info.CandidateReason == CandidateReason.LateBound && info.CandidateSymbols.All(static candidate => candidate is IMethodSymbol method && InstrumentedMembers.IsAnnotated(InstrumentedMembers.Declared(method)))
            ? OfUncallable(call, info.CandidateSymbols.OfType<IMethodSymbol>().FirstOrDefault(), CallRefusal.Dynamic, model, cancellation)
            : null;
    }

    /// <summary>The coverage of a name that is no call: a delegate that is made of a method.</summary>
    public static CallCoverage? OfMethodGroup(SimpleNameSyntax name, SemanticModel model, CancellationToken cancellation) =>
        CallSyntax.IsOnlyCompared(name) || CallSyntax.IsInNameOf(name)
            ? null
            : OfUncallable(name, model.GetSymbolInfo(name, cancellation).Symbol as IMethodSymbol, CallRefusal.MethodGroup, model, cancellation);

    /// <summary>The coverage of a call that nobody wrote, like that of <c>Add</c> by a collection initializer.</summary>
    public static CallCoverage? OfImplicitCall(SyntaxNode place, IMethodSymbol? called, SemanticModel model, CancellationToken cancellation) =>
        OfUncallable(place, called, CallRefusal.Implicit, model, cancellation);

    private static CallCoverage? OfUncallable(SyntaxNode use, IMethodSymbol? called, CallRefusal refusal, SemanticModel model, CancellationToken cancellation) =>
        called is null ? null : Of(use, called, model, cancellation, _ => refusal);

    private static CallCoverage? Of(SyntaxNode use, IMethodSymbol called, SemanticModel model, CancellationToken cancellation, Func<IMethodSymbol, CallRefusal?> refusal)
    {
        var method = InstrumentedMembers.Declared(called);
        if (HandCalledMembers.Is(method))
        {
            return null;
        }

        if (!InstrumentedMembers.IsAnnotated(method))
        {
            return DecoratedCalls.Of(model.Compilation).Include(called, cancellation) ? new CallCoverage(CallMeasurement.Decorated, method) : null;
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
