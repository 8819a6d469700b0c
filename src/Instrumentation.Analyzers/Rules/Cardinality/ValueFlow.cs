using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Instrumentation.Analyzers.Rules.Cardinality;

/// <summary>Follows a value backwards through one method: variables, choices, texts that are put together. What another method makes of a value is not followed.</summary>
internal sealed class ValueFlow(ValueSource source, CancellationToken cancellation)
{
    // More than people write, and an end for what tools write.
    private const int MaxDepth = 64;

    private readonly HashSet<IOperation> _open = [];

    /// <summary>What is known of a value.</summary>
    public Evidence Of(IOperation? value)
    {
        cancellation.ThrowIfCancellationRequested();
        if (value is null || _open.Count >= MaxDepth || !_open.Add(value))
        {
            return Evidence.None;
        }

        var evidence = value.ConstantValue.HasValue ? Evidence.Closed : Found(value);
        _open.Remove(value);
        return evidence;
    }

    /// <summary>What stands before a question mark.</summary>
    public static IOperation? Accessed(IOperation inner)
    {
        var current = inner;
        while (current.Parent is { } parent && !(parent is IConditionalAccessOperation access && access.WhenNotNull == current))
        {
            current = parent;
        }

        return (current.Parent as IConditionalAccessOperation)?.Operation;
    }

    private Evidence Found(IOperation value) => value switch
    {
        IConversionOperation conversion => OfConversion(conversion),
        IParenthesizedOperation parenthesized => Of(parenthesized.Operand),
        IConditionalOperation choice => Choice(choice),
        ISwitchExpressionOperation choice => Worst(choice.Arms.Select(static arm => arm.Value)),
        ICoalesceOperation choice => Of(choice.Value).Or(Of(choice.WhenNull)),
        IConditionalAccessOperation access => Of(access.WhenNotNull),
        IConditionalAccessInstanceOperation inner => Of(Accessed(inner)),
        IInterpolatedStringOperation text => Worst(text.Parts.Select(Part)),
        IBinaryOperation binary => OfBinary(binary),
        ISimpleAssignmentOperation assignment => Of(assignment.Value),
        ILocalReferenceOperation local => OfVariable(local.Local, local, source.OfType(local.Type)),
        IParameterReferenceOperation parameter => OfVariable(parameter.Parameter, parameter, source.OfMember(parameter.Parameter, parameter) ?? source.OfType(parameter.Type)),
        IMemberReferenceOperation member => Guarded(member, OfMember(member)),
        IInvocationOperation call => OfCall(call),
        IObjectCreationOperation made => made.Initializer is null && (IsMadeOfConstants(made.Arguments) || IsMadeOfFew(made.Type, made.Arguments)) ? Evidence.Closed
            : made.Type is { SpecialType: SpecialType.System_String } ? Worst(made.Arguments.Select(static argument => argument.Value)) : source.OfType(made.Type),
        IArrayElementReferenceOperation element => Of(element.ArrayReference) is { Kind: not EvidenceKind.None } known ? known : source.OfType(element.Type),
        IImplicitIndexerReferenceOperation part => Of(part.Instance),
        IArrayCreationOperation { Initializer: { } elements } => Worst(elements.ElementValues),
        ICollectionExpressionOperation collection => Worst(collection.Elements),
        IUnaryOperation unary => Of(unary.Operand),
        ITypeOfOperation or INameOfOperation or ISizeOfOperation or IDefaultValueOperation => Evidence.Closed,
        _ => source.OfType(value.Type),
    };

    private Evidence Worst(IEnumerable<IOperation?> values)
    {
        var worst = Evidence.Closed;
        foreach (var value in values)
        {
            worst = worst.Or(Of(value));
            if (worst.IsFound)
            {
                break;
            }
        }

        return worst;
    }

    private static IOperation? Part(IInterpolatedStringContentOperation part) => part switch
    {
        // A date of which only the hour or the month is shown has few values.
        IInterpolationOperation { FormatString.ConstantValue: { HasValue: true, Value: string format } } hole when DateFormats.IsClosed(hole.Expression.Type, format) => hole.FormatString,
        IInterpolationOperation hole => hole.Expression,
        IInterpolatedStringTextOperation text => text.Text,
        _ => part.ChildOperations.FirstOrDefault(),
    };

    private Evidence OfConversion(IConversionOperation conversion)
    {
        var type = source.OfType(conversion.Type);
        if (type.Kind == EvidenceKind.Closed)
        {
            return type;
        }

        // A number that loses its fraction is put into a bucket.
        if (NumberTypes.IsFractional(conversion.Operand.Type) && NumberTypes.IsWhole(conversion.Type))
        {
            return Evidence.None;
        }

        var operand = Of(conversion.Operand);
        return operand.Kind != EvidenceKind.None || NumberTypes.IsWhole(conversion.Operand.Type) ? operand : type;
    }

    private Evidence Choice(IConditionalOperation choice) => Of(choice.WhenTrue).Or(Of(choice.WhenFalse));

    private Evidence OfBinary(IBinaryOperation binary)
    {
        // Of what are few, the results are few.
        var operands = Of(binary.LeftOperand).Or(Of(binary.RightOperand));
        if (operands.Kind == EvidenceKind.Closed || binary.Type is { SpecialType: SpecialType.System_String })
        {
            return operands;
        }

        var type = source.OfType(binary.Type);
        return type.Kind != EvidenceKind.None ? type
            : operands.IsFound && binary.OperatorKind is BinaryOperatorKind.Add or BinaryOperatorKind.Subtract or BinaryOperatorKind.Multiply && NumberTypes.IsWhole(binary.Type) ? operands
            : Evidence.None;
    }

    // What was put into it counts, unless it is not known what that is: then its type does.
    private Evidence OfVariable(ISymbol variable, IOperation use, Evidence ofType)
    {
        if (ofType.Kind == EvidenceKind.Closed)
        {
            return ofType;
        }

        var evidence = variable is IParameterSymbol ? ofType : Evidence.Closed;
        var values = VariableValues.Before(variable, use);
        if (!values.AreAll && variable is ILocalSymbol)
        {
            evidence = ofType;
        }
        else if (values.AreAll && variable is IParameterSymbol)
        {
            evidence = Evidence.Closed;
        }

        foreach (var value in values.Known)
        {
            var assigned = Of(value);
            evidence = evidence.Or(assigned.Kind == EvidenceKind.None && value.Type is not null ? source.OfType(variable is ILocalSymbol { Type: var type } ? type : value.Type) : assigned);
        }

        return Guarded(use, evidence);
    }

    private Evidence OfMember(IMemberReferenceOperation reference)
    {
        // `s_limit.TotalSeconds`, `socket.LocalEndPoint.Address`: a part of one of few values.
        if (IsOfFew(reference.Instance))
        {
            return Evidence.Closed;
        }

        var type = source.OfType(reference.Type);
        if (source.OfMember(reference.Member, reference) is { } known)
        {
            return known;
        }

        if (type.Kind != EvidenceKind.None)
        {
            return type;
        }

        return reference.Instance is { } instance && source.IsCarried(instance.Type, reference.Type) && Of(instance) is { IsFound: true } found ? found : type;
    }

    private Evidence Guarded(IOperation use, Evidence evidence) => evidence.IsFound && source.StopsAtTests && Guards.Restrict(use) ? Evidence.None : evidence;

    // Only of values: an object that is always the same may give another value each time.
    private bool IsOfFew(IOperation? instance) => instance is not null && source.OfType(instance.Type).IsFound && Of(instance).Kind == EvidenceKind.Closed;

    private Evidence OfCall(IInvocationOperation call)
    {
        if (IsOfFew(call.Instance) && call.Arguments.All(argument => Of(argument.Value).Kind == EvidenceKind.Closed))
        {
            return Evidence.Closed;
        }

        if (source.OfMember(call.TargetMethod, call) is { } known)
        {
            return known;
        }

        var type = source.OfType(call.Type);
        if (type.Kind == EvidenceKind.Closed)
        {
            return type;
        }

        if (PassingMethods.Pass(call))
        {
            var passed = Worst(PassingMethods.Passed(call));
            return type.IsFound && !passed.IsFound && passed.Kind != EvidenceKind.Closed ? type : passed;
        }

        return call.Instance is null && (IsMadeOfConstants(call.Arguments) || (KnownSymbols.Same(call.Type, call.TargetMethod.ContainingType) && IsMadeOfFew(call.Type, call.Arguments))) ? Evidence.Closed : type;
    }

    // `TimeSpan.FromSeconds(s_seconds)`, `new IPEndPoint(IPAddress.Any, 80)`: a value of its parts, and of nothing else.
    private bool IsMadeOfFew(ITypeSymbol? type, ImmutableArray<IArgumentOperation> arguments) =>
        source.OfType(type).IsFound && !arguments.IsEmpty && arguments.All(argument => Of(argument.Value).Kind == EvidenceKind.Closed);

    private static bool IsMadeOfConstants(IEnumerable<IArgumentOperation> arguments) =>
        arguments.Any() && arguments.All(static argument => argument.Value.Unconverted() is { ConstantValue.HasValue: true } or IDefaultValueOperation);
}
