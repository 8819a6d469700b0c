using Instrumentation.Generator.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Instrumentation.Analyzers.Rules.Hygiene;

/// <summary>A call that moves an up-down counter or gauge.</summary>
/// <param name="Key">What is moved: the symbol that holds the instrument, or the name of a metric of ours.</param>
/// <param name="Label">Its name for the reader.</param>
/// <param name="Movement">Where to.</param>
/// <param name="Call">The call.</param>
internal sealed record InstrumentMovement(object Key, string Label, Movement Movement, IInvocationOperation Call)
{
    /// <summary>The movement of a call; null where it moves nothing that falls.</summary>
    public static InstrumentMovement? Of(IInvocationOperation call) => OfInstrument(call) ?? OfOurs(call);

    private static InstrumentMovement? OfInstrument(IInvocationOperation call)
    {
        if (call.TargetMethod.Name is not ("Add" or "Inc" or "Dec" or "Set" or "IncTo" or "DecTo" or "Record" or "SetToCurrentTimeUtc" or "SetToTimeUtc" or "TrackInProgress"))
        {
            return null;
        }

        var instrument = call.Instance ?? call.Arguments.FirstOrDefault()?.Value;
        if (Instruments.KindOf(Unconverted(instrument)?.Type) is not (InstrumentKind.UpDownCounter or InstrumentKind.Gauge)
            || Instruments.Holder(instrument) is not { } holder)
        {
            return null;
        }

        var amount = call.Arguments.FirstOrDefault(static argument => argument.Parameter?.Name is "delta" or "increment" or "decrement")?.Value;
        return new InstrumentMovement(holder, holder.Name, call.TargetMethod.Name switch
        {
            "Add" or "Inc" => Towards(Constants.Number(amount)),
            "Dec" => Towards(-Constants.Number(amount)),
            _ => Movement.Either,
        }, call);
    }

    private static IOperation? Unconverted(IOperation? value) => value is IConversionOperation conversion ? Unconverted(conversion.Operand) : value;

    // A partial method without a body; several of them may move one metric.
    private static InstrumentMovement? OfOurs(IInvocationOperation call)
    {
        var method = call.TargetMethod.PartialDefinitionPart ?? call.TargetMethod;
        if (!method.IsPartialDefinition || method.First(KnownNames.MetricUpDownCounterAttribute) is not { } attribute || attribute.Name() is not { } name || !HandCalledMembers.IsCandidate(method))
        {
            return null;
        }

        var value = method.Parameters.FirstOrDefault(static parameter => InstrumentedMembers.Has(parameter, KnownNames.ValueAttribute));
        var written = value is null ? null : call.Arguments.FirstOrDefault(argument => argument.Parameter?.Ordinal == value.Ordinal)?.Value;
        return new InstrumentMovement(name, name, Declared(attribute, value is not null ? Constants.Number(written) : 1), call);
    }

    /// <summary>Where an attribute of ours moves its metric; without a <c>Value</c>, by an amount.</summary>
    public static Movement Declared(AttributeData attribute, double? otherwise) => attribute.Text("Value") is not { } text ? Towards(otherwise)
        : double.TryParse(text, System.Globalization.NumberStyles.Float, System.Globalization.CultureInfo.InvariantCulture, out var number) ? Towards(number)
        : Movement.Either;

    private static Movement Towards(double? amount) => amount > 0 ? Movement.Up : amount < 0 ? Movement.Down : Movement.Either;
}
