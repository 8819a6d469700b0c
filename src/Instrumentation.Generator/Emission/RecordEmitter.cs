using System.Globalization;
using Instrumentation.Generator.Model;

namespace Instrumentation.Generator.Emission;

/// <summary>Writes how a call that ended is recorded.</summary>
internal static class RecordEmitter
{
    private const string Outcome = OutcomeEmitter.Outcome;
    private const int OutcomeCount = 5;
    private const int AllOutcomes = (1 << OutcomeCount) - 1;

    private static readonly string[] s_outcomes = ["Success", "Failure", "Cancelled", "Timeout", "Rejected"];

    public static bool NeedsClock(MethodTarget method) => method.Instruments.Any(static instrument => instrument.IsOfDuration);

    // public void Record(ref CallScope scope, CallOutcome outcome, Exception exception, Registration result)
    // {
    //     var elapsed = scope.Elapsed();
    //     if (outcome == CallOutcome.Success) { what the result says }
    //     if (collecting) { … }
    //     scope.Stop(outcome, exception);
    // }
    public static void Write(SourceWriter writer, MethodTarget method)
    {
        if (method.Signature.IsSequence)
        {
            End(writer, method);
            writer.Line();
        }

        var scope = method.IsInPlace || method.Signature.IsSequence ? string.Empty : $"ref global::Instrumentation.Weaving.CallScope {MemberNames.Scope(method)}, ";
        writer.Open($"public void Record({scope}{Outcome} {MemberNames.Outcome(method)}, global::System.Exception exception{(ResultParameter(method) is { } result ? ", " + result : string.Empty)})");
        if (NeedsClock(method))
        {
            // Before anything else is done.
            writer.Line($"var elapsed = {MemberNames.Scope(method)}.Elapsed();");
        }

        if (OutcomeEmitter.OfFailed(method) is { } failed)
        {
            writer.Line($"{MemberNames.Outcome(method)} = {failed};");
        }

        ResultEmitter.Write(writer, method);
        Recorded(writer, method);
        writer.Close();
    }

    // [MethodImpl(NoInlining)]
    // private static void Get_Call_End(ref CallScope scope, int formatTag)
    // {
    //     var outcome = scope.EndThrown();
    //     if (collecting) { … }
    //     scope.Stop(outcome);
    // }
    //
    // What ends with an exception is recorded apart: the JIT runs through a small `finally` where the call returns, and calls a large one.
    public static void WriteEnd(SourceWriter writer, MethodTarget method)
    {
        var (scope, outcome) = (MemberNames.Scope(method), MemberNames.Outcome(method));
        writer.Line($"/// <summary>Records a call of <c>{CSharpText.Xml(method.Display)}</c> that an exception left.</summary>");
        writer.Line("[global::System.Runtime.CompilerServices.MethodImpl(global::System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]");
        writer.Open($"private static void {method.EndName}({string.Join(", ", Ended(method).Select(static local => $"{local.Type} {local.Name}"))})");
        writer.Line($"var {outcome} = {scope}.EndThrown();");
        if (OutcomeEmitter.OfFailed(method) is { } failed)
        {
            writer.Line($"{outcome} = {failed};");
        }

        if (KnowsCompletion(method))
        {
            writer.Line($"var {ResultEmitter.IsCompleted(method)} = false;");
        }

        Recorded(writer, method);
        writer.Close();
    }

    // var outcome = CallOutcome.Success;
    // if (collecting) { … }
    // scope.Stop(outcome);
    public static void WriteReturned(SourceWriter writer, MethodTarget method)
    {
        if (!method.Outcomes.HasConditions && ReadsOutcome(method))
        {
            writer.Line($"var {MemberNames.Outcome(method)} = {Outcome}.Success;");
        }

        if (KnowsCompletion(method))
        {
            writer.Line($"var {ResultEmitter.IsCompleted(method)} = true;");
        }

        Recorded(writer, method);
    }

    private static bool ReadsOutcome(MethodTarget method) => method.Log is not null || method.SpanName is not null
        || Recorded(method).Except(Recorded(method).Select(histogram => CountedBy(method, histogram))).Any(instrument => instrument!.OutcomeTag is not null || Condition(method, instrument) is not null || instrument.Tags.Any(i => method.Tags[i].IsError));

    private static IReadOnlyList<InstrumentTarget> Recorded(MethodTarget method) =>
        [.. method.Instruments.Where(static instrument => instrument.Kind != InstrumentKind.InFlight && (instrument.When & AllOutcomes) != 0)];

    /// <summary>What the wrapper hands to the method that records its call.</summary>
    public static string EndArguments(MethodTarget method) => string.Join(", ", Ended(method).Select(static local => (local.Type.StartsWith("ref ", StringComparison.Ordinal) ? "ref " : string.Empty) + local.Name));

    private static IEnumerable<(string Type, string Name)> Ended(MethodTarget method) =>
    [
        ("ref global::Instrumentation.Weaving.CallScope", MemberNames.Scope(method)),
        .. method.Tags.Where(static tag => tag is { Source: not null }).Select(tag => ("int", MemberNames.TagIndex(method, tag))),
        .. method.Instruments.Where(static instrument => instrument.Value is not null).Select(instrument => (ExpressionEmitter.ValueType(instrument), MemberNames.Value(method, instrument))),
        .. method.InFlight is null ? [] : new[] { ("bool", MemberNames.IsInFlight(method)) },
    ];

    private static void Recorded(SourceWriter writer, MethodTarget method)
    {
        var recorded = Recorded(method);
        if (recorded.Count > 0)
        {
            writer.Open("if (global::Instrumentation.Metrics.MetricRegistry.IsCollecting)");
            if (method.ErrorTag is { } error && recorded.Any(instrument => instrument.Tags.Any(i => method.Tags[i].IsError)))
            {
                OutcomeEmitter.WriteErrorType(writer, method, error);
            }

            foreach (var instrument in recorded.Except(recorded.Select(histogram => CountedBy(method, histogram))))
            {
                Write(writer, method, instrument!);
            }

            writer.Close();
        }

        if (method.Log is not null)
        {
            writer.Line();
            writer.Line($"{MemberNames.LogField(method)}.Write({MemberNames.Outcome(method)}, {MemberNames.Exception(method)});");
        }

        if (method.SpanName is not null)
        {
            writer.Line();
            var elapsed = method.IsInPlace ? NeedsClock(method) ? "elapsed, " : "0, " : string.Empty;
            writer.Line($"{MemberNames.Scope(method)}.Stop({elapsed}{MemberNames.Outcome(method)}{(method.IsRecordedInline ? string.Empty : ", exception")});");
        }

        if (method.InFlight is { } inFlight)
        {
            writer.Line();
            InFlightEmitter.WriteDown(writer, method, inFlight);
        }
    }

    // What the wrapper's finally does: nothing, unless an exception is on its way.
    private static void End(SourceWriter writer, MethodTarget method)
    {
        writer.Open("public void End()");
        writer.Open($"if ({MemberNames.Scope(method)}.Thrown is {{ }} exception)");
        writer.Line("Begin(); // The method threw before there was a sequence.");
        writer.Line($"Record(global::Instrumentation.Weaving.CallOutcomes.Of(exception), exception{(ResultParameter(method) is null ? string.Empty : ", default")});");
        writer.Close();
        writer.Close();
    }

    /// <summary>The parameter that takes the result; null where none does: the runtime's contract asks for it, or something reads it.</summary>
    public static string? ResultParameter(MethodTarget method)
    {
        var signature = method.Signature;
        return (signature.IsAsync && !method.IsInPlace) || ResultEmitter.Reads(method)
            ? signature.HasResult ? $"{signature.ResultType} {method.ResultName}" : "global::Instrumentation.Weaving.NoResult _"
            : null;
    }

    private static void Write(SourceWriter writer, MethodTarget method, InstrumentTarget instrument)
    {
        var value = instrument.IsOfDuration ? method.IsRecordedInline ? MemberNames.Scope(method) + ".Ticks" : "elapsed" : instrument.Value is null ? "1" : MemberNames.Value(method, instrument);
        var statement = $"{MemberNames.InstrumentField(method, instrument)}.{Verb(instrument)}({Series(method, instrument)}, {value});";
        if (Condition(method, instrument) is { } condition)
        {
            writer.Open($"if ({condition})");
            writer.Line(statement);
            writer.Close();
        }
        else
        {
            writer.Line(statement);
        }
    }

    /// <summary>
    /// The counter that rises by one with every recording of a duration histogram, in the series of the same index: the histogram's count is its value, and it is not
    /// recorded by itself.
    /// </summary>
    public static InstrumentTarget? CountedBy(MethodTarget method, InstrumentTarget histogram) =>
        method.Instruments.FirstOrDefault(counter => counter is { Kind: InstrumentKind.Counter, Value: null } && HistogramOf(method, counter) == histogram);

    private static InstrumentTarget? HistogramOf(MethodTarget method, InstrumentTarget counter) => method.Instruments.FirstOrDefault(histogram =>
        histogram.IsOfDuration && Condition(method, histogram) == Condition(method, counter) && Series(method, histogram) == Series(method, counter));

    private static string Series(MethodTarget method, InstrumentTarget instrument) =>
        SeriesIndex(method, instrument, tag => tag.IsError ? OutcomeEmitter.ErrorType(method) : MemberNames.TagIndex(method, tag));

    public static string Verb(InstrumentTarget instrument) => instrument.Kind switch
    {
        InstrumentKind.Counter or InstrumentKind.UpDownCounter => "Add",
        InstrumentKind.Gauge => "Set",
        _ => "Record",
    };

    /// <summary>Whether the outcome does not tell if there is a result that instruments record.</summary>
    public static bool KnowsCompletion(MethodTarget method) =>
        method.Outcomes.HasConditions && method.Instruments.Any(static instrument => instrument.Value is { UsesResult: true });

    // A value of the result exists only where there is a result: after a success, or where a condition has looked at it.
    private static string? Condition(MethodTarget method, InstrumentTarget instrument)
    {
        var when = instrument.When & AllOutcomes;
        if (instrument.Value is { UsesResult: true })
        {
            if (method.Outcomes.HasConditions)
            {
                return Condition(method, when) is { } condition ? $"{ResultEmitter.IsCompleted(method)} && {condition}" : ResultEmitter.IsCompleted(method);
            }

            when &= 1;
        }

        return Condition(method, when);
    }

    private static string? Condition(MethodTarget method, int when)
    {
        if (when == AllOutcomes)
        {
            return null;
        }

        var wanted = s_outcomes.Where((_, i) => (when & (1 << i)) != 0).Select(static name => $"{Outcome}.{name}").ToList();
        return wanted.Count switch
        {
            0 => "false",
            1 => $"{MemberNames.Outcome(method)} == {wanted[0]}",
            OutcomeCount - 1 => $"{MemberNames.Outcome(method)} != {s_outcomes.Where((_, i) => (when & (1 << i)) == 0).Select(static name => $"{Outcome}.{name}").First()}",
            _ => $"{MemberNames.Outcome(method)} is {string.Join(" or ", wanted)}",
        };
    }

    /// <summary>The series' index: the tags' indexes in mixed radix, first tag most significant, the outcome last.</summary>
    public static string SeriesIndex(MethodTarget method, InstrumentTarget instrument, Func<TagTarget, string> digit)
    {
        var tags = instrument.Tags.Select(i => method.Tags[i]).Where(static tag => !tag.IsConstant).ToList();
        var isWide = tags.Aggregate((double)OutcomeCount, static (bound, tag) => bound * tag.Count) > int.MaxValue;
        var index = HandOverEmitter.Series(method, tags) is { } handed ? (isWide ? string.Empty : "(int)") + handed : string.Empty;
        foreach (var tag in index.Length > 0 ? [] : tags)
        {
            index = Append(index, tag.Count, (isWide && index.Length == 0 ? "(long)" : string.Empty) + digit(tag));
        }

        if (instrument.OutcomeTag is not null)
        {
            index = Append(index, OutcomeCount, "(int)" + MemberNames.Outcome(method));
        }

        return index.Length == 0 ? "0" : index;
    }

    private static string Append(string index, int radix, string digit) =>
        index.Length == 0 ? digit : $"({CSharpText.Operand(index)} * {radix.ToString(CultureInfo.InvariantCulture)}) + {digit}";
}
