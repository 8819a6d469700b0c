using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace Instrumentation.Generator.Shared;

/// <summary>What the names of an expression can mean besides what C# gives them at the position: parameters, <c>this</c>, <c>result</c>; and which of them were used.</summary>
internal sealed class TagExpressionScope(IMethodSymbol method)
{
    private readonly HashSet<string> _parameters = new(StringComparer.Ordinal);

    public string TargetName { get; } = TagExpressionNames.Target(method);

    public string ResultName { get; } = TagExpressionNames.Result(method);

    public bool UsesTarget { get; set; }

    public bool UsesResult { get; private set; }

    public bool IsStatic => method.IsStatic;

    public INamedTypeSymbol Type => method.ContainingType;

    public ImmutableArray<string> Parameters => [.. method.Parameters.Select(parameter => parameter.Name).Where(_parameters.Contains)];

    /// <summary>The type of the awaited result; <see langword="null"/> when there is none.</summary>
    public ITypeSymbol? ResultType { get; } = AwaitedType(method.ReturnType);

    /// <summary>The parameter of that name; using it is noted.</summary>
    public IParameterSymbol? Parameter(string name)
    {
        var parameter = method.Parameters.FirstOrDefault(candidate => string.Equals(candidate.Name, name, StringComparison.Ordinal));
        if (parameter is not null)
        {
            _parameters.Add(name);
        }

        return parameter;
    }

    public IEnumerable<string> ParameterNames => method.Parameters.Select(parameter => parameter.Name);

    /// <summary>The type of the parameter of that name, when only the name is wanted.</summary>
    public ITypeSymbol? ParameterType(string name) =>
        method.Parameters.FirstOrDefault(candidate => string.Equals(candidate.Name, name, StringComparison.Ordinal))?.Type;

    /// <summary>The result's type, noting its use; <see langword="null"/> and a sentence when it cannot be read.</summary>
    public ITypeSymbol? Result(out string? sentence)
    {
        sentence = ResultType switch
        {
            null => $"'{method.Name}' returns nothing, so there is no 'result'; use a parameter or a member of 'this'.",
            _ when SequenceRules.IsSequence(method) => $"'{method.Name}' returns a sequence, which has no 'result' to read; use a parameter or a member of 'this'.",
            { IsRefLikeType: true } => $"The result of '{method.Name}' is a ref struct, which cannot be read after the call; use a parameter or a member of 'this'.",
            { TypeKind: TypeKind.Pointer or TypeKind.FunctionPointer } => $"The result of '{method.Name}' is a pointer, which a tag cannot read.",
            _ => null,
        };
        UsesResult = true;
        return ResultType;
    }

    /// <summary>Why a parameter cannot be read; <see langword="null"/> if it can.</summary>
    public static string? WhyUnreadable(IParameterSymbol parameter) => parameter switch
    {
        { RefKind: RefKind.Out } => $"The parameter '{parameter.Name}' is 'out' and has no value when the call begins; use 'result' or another parameter.",
        { Type.IsRefLikeType: true } => $"The parameter '{parameter.Name}' is a ref struct, which a tag cannot read; pass what the tag needs as a parameter of its own.",
        { Type.TypeKind: TypeKind.Pointer or TypeKind.FunctionPointer } => $"The parameter '{parameter.Name}' is a pointer, which a tag cannot read.",
        _ => null,
    };

    private static ITypeSymbol? AwaitedType(ITypeSymbol type)
    {
        if (type.SpecialType == SpecialType.System_Void)
        {
            return null;
        }

        if (type is INamedTypeSymbol { Name: "Task" or "ValueTask", ContainingType: null } task
            && string.Equals(task.ContainingNamespace.ToDisplayString(), "System.Threading.Tasks", StringComparison.Ordinal))
        {
            return task.TypeArguments.Length == 1 ? task.TypeArguments[0] : null;
        }

        return type;
    }
}
