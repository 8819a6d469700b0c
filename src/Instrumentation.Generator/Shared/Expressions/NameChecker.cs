using System;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Instrumentation.Generator.Shared;

/// <summary>Whether the names, calls and indexers of a bound expression exist and can be reached from generated code.</summary>
internal sealed class NameChecker(SemanticModel model, TagExpressionScope scope, CancellationToken cancellation)
{
    public string? Check(SimpleNameSyntax name)
    {
        var info = model.GetSymbolInfo(name, cancellation);
        if (info.Symbol is { } symbol)
        {
            return symbol is INamespaceSymbol or IParameterSymbol { ContainingSymbol: not IMethodSymbol { MethodKind: MethodKind.Constructor } } ? null : CheckSymbol(name, symbol);
        }

        var text = name.Identifier.ValueText;
        return info.CandidateReason switch
        {
            CandidateReason.Inaccessible => Reachability.WhyUnreachable(info.CandidateSymbols[0], model.Compilation) ?? $"'{text}' cannot be reached from here; make it internal.",
            CandidateReason.LateBound => Dynamic,
            CandidateReason.NotAValue when info.CandidateSymbols[0] is not INamespaceOrTypeSymbol => CheckSymbol(name, info.CandidateSymbols[0]) ?? $"'{text}' has no value.",
            CandidateReason.NotAValue => $"'{text}' is a type, not a value; name one of its members.",
            CandidateReason.Ambiguous => $"'{text}' is ambiguous between '{SymbolText.Short(info.CandidateSymbols[0])}' and '{SymbolText.Short(info.CandidateSymbols[1])}'; qualify it.",
            CandidateReason.OverloadResolutionFailure when !IsCalled(name) => $"'{text}' is a method; call it.",
            CandidateReason.OverloadResolutionFailure => $"No overload of '{text}' takes these arguments.",
            CandidateReason.StaticInstanceMismatch => $"'{text}' is reached the wrong way: a static member through its type, an instance member through a value.",
            CandidateReason.None => Unknown(name, text),
            _ => $"'{text}' cannot be used here.",
        };
    }

    /// <summary>In <c>nameof</c> a name may be anything that exists, also a method without a call.</summary>
    public string? CheckExists(SimpleNameSyntax name) =>
        model.GetSymbolInfo(name, cancellation) is { Symbol: null, CandidateSymbols.Length: 0 } && model.GetMemberGroup(name, cancellation).Length == 0
            ? Unknown(name, name.Identifier.ValueText)
            : null;

    public string? CheckCall(InvocationExpressionSyntax call)
    {
        if (model.GetSymbolInfo(call, cancellation).Symbol is not IMethodSymbol method)
        {
            return model.GetTypeInfo(call.Expression, cancellation).Type is { TypeKind: TypeKind.Dynamic } ? Dynamic : "This cannot be called; check its name and arguments.";
        }

        if (method.ReducedFrom is not { } extension)
        {
            return null;
        }

        if (call.Expression is not MemberAccessExpressionSyntax)
        {
            return $"The extension method '{method.Name}' cannot follow '?.' in a tag expression; write it as '{method.ContainingType.Name}.{method.Name}(…)' or test for null first.";
        }

        return extension.Parameters[0].RefKind == RefKind.Ref
            ? $"The extension method '{method.Name}' takes its receiver by reference, which a tag expression cannot; move the call into a property."
            : Reachability.WhyUnreachable(extension.ContainingType, model.Compilation);
    }

    public string? CheckIndexer(ExpressionSyntax access)
    {
        var info = model.GetSymbolInfo(access, cancellation);
        if (info.Symbol is { } indexer)
        {
            return Reachability.WhyUnreachable(indexer, model.Compilation);
        }

        // An array has no indexer symbol, only a type.
        return model.GetTypeInfo(access, cancellation).Type switch
        {
            { TypeKind: TypeKind.Dynamic } => Dynamic,
            IErrorTypeSymbol or null => "This cannot be indexed so; check the type and the index.",
            _ => info.CandidateReason == CandidateReason.None ? null : "No indexer takes these arguments.",
        };
    }

    private const string Dynamic = "A dynamic value is bound while the program runs; cast it to its type.";

    private static bool IsCalled(SimpleNameSyntax name) => name.Parent switch
    {
        InvocationExpressionSyntax call => call.Expression == name,
        MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax call } access => call.Expression == access,
        MemberBindingExpressionSyntax { Parent: InvocationExpressionSyntax } => true,
        _ => false,
    };

    private string? CheckSymbol(SimpleNameSyntax name, ISymbol symbol)
    {
        switch (symbol)
        {
            case IParameterSymbol parameter:
                return $"'{parameter.Name}' is a parameter of the primary constructor, which generated code cannot reach; make it an internal property.";
            case ITypeParameterSymbol:
                return null;
            case ITypeSymbol { TypeKind: TypeKind.Dynamic }:
                return Dynamic;
            case IFieldSymbol { HasConstantValue: true } constant when ConstantText.Of(constant) is not null:
                // Written out as a literal, so it need not be reachable.
                return null;
            case IEventSymbol:
                return $"'{symbol.Name}' is an event, which has no value; name a property or field.";
            case IMethodSymbol or IFieldSymbol or IPropertySymbol when !symbol.IsStatic && TagExpressionWriter.IsSimple(name):
                return $"'{symbol.Name}' belongs to an instance of another type; use a parameter, a member of 'this' or a static member.";
            default:
                return Reachability.WhyUnreachable(symbol, model.Compilation);
        }
    }

    private string Unknown(SimpleNameSyntax name, string text)
    {
        if (name.FirstAncestorOrSelf<PatternSyntax>() is not null && scope.ParameterType(text) is not null)
        {
            return $"A pattern compares with a constant, which '{text}' is not; use '==' or another operator.";
        }

        var receiver = name.Parent switch
        {
            MemberAccessExpressionSyntax access when access.Name == name => access.Expression,
            MemberBindingExpressionSyntax binding => Receiver(binding),
            _ => null,
        };
        var type = receiver is null ? PatternInput(name) : model.GetTypeInfo(receiver, cancellation).Type ?? model.GetSymbolInfo(receiver, cancellation).Symbol as ITypeSymbol;
        if (type is { TypeKind: TypeKind.Dynamic })
        {
            return Dynamic;
        }

        if (type is not null and not IErrorTypeSymbol)
        {
            return Members.Missing(name.Parent is MemberBindingExpressionSyntax ? NullableTypes.Underlying(type) : type, text);
        }

        var names = scope.ParameterNames.Concat(model.LookupSymbols(name.SpanStart).Where(symbol => symbol is not IMethodSymbol).Select(symbol => symbol.Name));
        return Members.Nearest(text, names) is { } nearest
            ? $"The name '{text}' does not exist here; did you mean '{nearest}'?"
            : $"The name '{text}' does not exist here; use a parameter, 'this', 'result' or a type that the file can see.";
    }

    private static ExpressionSyntax? Receiver(MemberBindingExpressionSyntax binding) =>
        binding.Ancestors().OfType<ConditionalAccessExpressionSyntax>().FirstOrDefault(access => access.WhenNotNull.Span.Contains(binding.Span))?.Expression;

    // In `{ Format: … }` the name is looked up in what the pattern looks at.
    private ITypeSymbol? PatternInput(SimpleNameSyntax name) =>
        name.Parent is BaseExpressionColonSyntax && name.FirstAncestorOrSelf<RecursivePatternSyntax>() is { } pattern
            ? model.GetTypeInfo(pattern, cancellation).ConvertedType is { } narrowed ? NullableTypes.Underlying(narrowed) : null
            : null;
}
