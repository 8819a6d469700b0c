using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Instrumentation.Generator.Shared;

/// <summary>Which methods are recorded by the builder of their own state machine: <c>async partial</c> ones with a body, whose declaration is generated.</summary>
internal static class InPlaceRules
{
    private const string Builder = "System.Runtime.CompilerServices.AsyncMethodBuilderAttribute";

    private static readonly string[] s_callerInfo = ["CallerMemberNameAttribute", "CallerFilePathAttribute", "CallerLineNumberAttribute", "CallerArgumentExpressionAttribute"];

    /// <summary>Whether the method is the half with the body, and the other one is ours to write. The rules see it written.</summary>
    public static bool IsHalf(IMethodSymbol method) =>
        (method.PartialImplementationPart ?? method) is { IsAsync: true } body
        && body.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() is MethodDeclarationSyntax syntax
        && syntax.Modifiers.Any(SyntaxKind.PartialKeyword)
        && (body.PartialDefinitionPart ?? method) is var other
        && (SymbolEqualityComparer.Default.Equals(other, body)
            || other.Locations.All(static location => location.SourceTree?.FilePath.EndsWith(PartialTypes.FileEnding, StringComparison.Ordinal) == true));

    /// <summary>Whether the method is recorded in place. One whose values or outcome read arguments is not: its callers have them.</summary>
    public static bool Applies(IMethodSymbol method) => IsHalf(method) && Refusal(method) is null && LeftToCallers(method) is null;

    /// <summary>Whether an async method that is measured otherwise would be recorded in place if it were partial.</summary>
    public static bool WouldApply(IMethodSymbol method) =>
        method is { IsAsync: true, MethodKind: MethodKind.Ordinary, IsPartialDefinition: false, PartialDefinitionPart: null, ContainingType.IsRefLikeType: false }
        && PartialTypes.CanBe(method.ContainingType)
        && OfMethod(method, method) is null
        && LeftToCallers(method) is null;

    /// <summary>Whether an async method is kept from being recorded in place by its caller information alone: a definition may have that, and its body be recorded in place.</summary>
    public static bool NeedsDefinition(IMethodSymbol method) =>
        (method.PartialImplementationPart ?? method).IsAsync
        && OfItsParameters(method) is not null
        && OfItsResult(method, method) is null
        && LeftToCallers(method) is null;

    /// <summary>What of the method's telemetry its builder can neither see nor be handed, so that callers record; null for nothing.</summary>
    public static string? LeftToCallers(IMethodSymbol method) => InPlaceReads.Of(method).OfCallers;

    /// <summary>Whether the telemetry of the method reads its result.</summary>
    public static bool ReadsResult(IMethodSymbol method) => InPlaceReads.Of(method).Result;

    /// <summary>
    /// Whether the body of a method that is woven at its definition is recorded in place: where it is an <c>async partial</c> method too, the definition need only hand tags over.
    /// </summary>
    public static bool AppliesToCore(IMethodSymbol method, IMethodSymbol core) =>
        IsHalf(core) && IsDirect(core) && Refusal(core, method) is null && LeftToCallers(method) is null;

    /// <summary>Whether the method is recorded in place, and some of its tags by what a caller hands over.</summary>
    public static bool TakesTags(IMethodSymbol method) => Applies(method) && InPlaceReads.Of(method).Arguments;

    /// <summary>Whether tags are handed over to the method that is recorded in place, by whoever calls it or by its definition.</summary>
    public static bool IsHandedTags(IMethodSymbol method) => HasBuilder(method) && InPlaceReads.Of(method).Arguments;

    /// <summary>Whether a caller hands the value of a tag over: the method is recorded in place, where only the result is known.</summary>
    /// <param name="method">The method.</param>
    /// <param name="usesResult">Whether the value is of the result.</param>
    /// <param name="expression">Where it comes from; null for a parameter.</param>
    public static bool IsHandedOver(IMethodSymbol method, bool usesResult, BoundTagExpression? expression) =>
        !usesResult && (expression is null || InPlaceReads.IsOfCaller(method, expression)) && IsHandedTags(method);

    /// <summary>Whether a builder of ours records the method, or the body that it has in another one.</summary>
    public static bool HasBuilder(IMethodSymbol method) => CoreMethods.Of(method) is { } core ? AppliesToCore(method, core) : Applies(method);

    /// <summary>
    /// Whether a wrapper can hand tags over to the method: generated code can call it, and what is called is this method and no override of it, so that what is handed over is
    /// taken by the call that it belongs to.
    /// </summary>
    public static bool HasHandOver(IMethodSymbol method) =>
        TakesTags(method)
        && IsDirect(method)
        && TargetRules.IsReachable(method.ContainingType)
        && !TargetRules.IsObsoleteAsError(method)
        && TargetRules.IsNameable(method.ReturnType)
        && method.Parameters.All(static parameter => TargetRules.IsNameable(parameter.Type));

    /// <summary>Why the other half is not written; null where it is.</summary>
    public static string? Refusal(IMethodSymbol method) => Refusal(method, method);

    // The attributes of a body that is another method's stand on that one.
    private static string? Refusal(IMethodSymbol method, IMethodSymbol declared) => OfMethod(method, declared) ?? PartialTypes.Refusal(method);

    private static string? OfMethod(IMethodSymbol method, IMethodSymbol declared) => OfItsResult(method, declared) ?? OfItsParameters(method);

    private static string? OfItsParameters(IMethodSymbol method) =>
        method.Parameters.Any(static parameter => parameter.GetAttributes().Any(static attribute => s_callerInfo.Contains(attribute.AttributeClass?.Name)))
            ? $"caller information cannot stand on the half with the body; write the body in '{method.Name}Core' and leave this one without"
            : null;

    private static string? OfItsResult(IMethodSymbol method, IMethodSymbol declared)
    {
        if (SequenceRules.IsAsyncSequence(method.ReturnType) || SequenceRules.IsEnumerator(method.ReturnType))
        {
            return $"an async iterator has no builder that could be replaced; write its body in '{method.Name}Core' and leave this one without, or leave 'partial' out";
        }

        if (method.ReturnsVoid)
        {
            return $"the compiler takes no builder for an async void method; write the body as 'private async Task {method.Name}Core' and leave this one without and not async";
        }

        if (method.GetAttributes().Any(IsOwnBuilder))
        {
            return "it has a builder of its own, and a method has one; name it in [Instrumented(Builder = typeof(…))] instead, and ours holds it";
        }

        if (InnerBuilders.Refusal(method, InstrumentedMembers.Covering(declared)) is { } builder)
        {
            return builder;
        }

        if (ReadsResult(declared) && !IsTask(method.ReturnType))
        {
            return $"its tags read a '{method.ReturnType.Name}', which its builder has not made yet; write the body in '{method.Name}Core' and leave this one without";
        }

        if (ReadsResult(declared) && InnerBuilders.Result(method.ReturnType) is { } result && !(TargetRules.IsNameable(result) && !MentionsTypeParameter(result)))
        {
            return $"generated code cannot name the type of its result, which its tags read; write the body in '{method.Name}Core' and leave this one without";
        }

        return null;
    }

    // A call of it runs it, and no override of it.
    private static bool IsDirect(IMethodSymbol method) => method is { IsVirtual: false, IsAbstract: false, IsOverride: false } || method.IsSealed || method.ContainingType.IsSealed;

    private static bool IsTask(ITypeSymbol type) => type is INamedTypeSymbol { Name: "Task" or "ValueTask" } task && TypeNames.Namespace(task) == "System.Threading.Tasks";

    // Ours is on the generated half.
    private static bool IsOwnBuilder(AttributeData attribute) =>
        attribute.Is(Builder) && attribute.ApplicationSyntaxReference?.SyntaxTree.FilePath.EndsWith(PartialTypes.FileEnding, StringComparison.Ordinal) != true;

    private static bool MentionsTypeParameter(ITypeSymbol type) => type switch
    {
        ITypeParameterSymbol => true,
        IArrayTypeSymbol array => MentionsTypeParameter(array.ElementType),
        INamedTypeSymbol named => named.TypeArguments.Any(MentionsTypeParameter) || (named.ContainingType is { } outer && MentionsTypeParameter(outer)),
        _ => false,
    };
}
