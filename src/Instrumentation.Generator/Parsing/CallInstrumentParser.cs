using Instrumentation.Generator.Collections;
using Instrumentation.Generator.Model;
using Instrumentation.Generator.Shared;
using Microsoft.CodeAnalysis;

namespace Instrumentation.Generator.Parsing;

/// <summary>Parses the instruments of an <c>[Instrumented]</c>: duration, calls and calls under way.</summary>
internal static class CallInstrumentParser
{
    public static IEnumerable<InstrumentTarget> Parse(AttributeData attribute, IMethodSymbol method, EquatableArray<TagTarget> tags)
    {
        var names = new CallMetricNames(attribute);
        if (names.Duration is { } duration)
        {
            yield return Make(InstrumentKind.DurationHistogram, duration, attribute.Text("Description") ?? (names.IsCommon ? "Duration of calls in seconds, by method and outcome." : "Duration of calls in seconds."));
        }

        if (names.Calls is { } calls)
        {
            yield return Make(InstrumentKind.Counter, calls, names.IsCommon ? "Calls, by method and outcome." : "Calls that have ended.");
        }

        if (names.InFlight is { } inFlight)
        {
            yield return Make(InstrumentKind.InFlight, inFlight, names.IsCommon ? "Calls under way, by method." : "Calls under way.");
        }

        InstrumentTarget Make(InstrumentKind kind, string name, string description)
        {
            var outcome = kind == InstrumentKind.InFlight ? null : InstrumentParser.OutcomeTag(attribute, method, name, names);
            var constants = names.IsCommon ? Common(method).ToEquatable() : default;
            var chosen = names.IsCommon ? default : InstrumentParser.Chosen(attribute, tags, outcome?.Name, ofType: !method.Has(attribute));
            if (kind == InstrumentKind.InFlight)
            {
                // What is known when the call begins.
                chosen = chosen.Where(i => !tags[i].IsError && tags[i].Source is not { UsesResult: true }).ToEquatable();
            }

            return InstrumentParser.Make(kind, name, description, attribute, null, outcome, constants, chosen) with { Description = description };
        }
    }

    private static IEnumerable<ConstantTag> Common(IMethodSymbol method) =>
    CallMetricNames.CommonTags.Zip(
        [method.ContainingAssembly.Name, SymbolText.Display(method.ContainingType), SignatureParser.Called(method).Name],
        static (name, value) => new ConstantTag(name, value));
}
