using Instrumentation.Generator.Collections;
using Instrumentation.Generator.Model;

namespace Instrumentation.Generator.Emission;

/// <summary>Instruments that are the same for several methods of a type, such as the durations of all its calls: one field serves them all.</summary>
internal static class SharedInstruments
{
    /// <summary>The type with names for the fields that its methods share.</summary>
    public static TypeTarget Name(TypeTarget type)
    {
        // Most names are of one instrument: only the others are looked at.
        var repeated = All(type).GroupBy(static one => one.Instrument.Name, StringComparer.Ordinal).Where(static same => same.Skip(1).Any()).SelectMany(static same => same);
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var same in repeated.GroupBy(static one => Text(one.Method, one.Instrument), StringComparer.Ordinal).Where(static same => same.Skip(1).Any()))
        {
            // No method's own instrument has it: those have a separator.
            var (stem, number) = ("s_shared" + InstrumentEmitter.Declaration(same.First().Method, same.First().Instrument).Type, 1);
            var name = stem;
            while (!names.Add(name))
            {
                name = stem + (++number).ToString(System.Globalization.CultureInfo.InvariantCulture);
            }

            foreach (var (method, instrument) in same)
            {
                fields[MemberNames.InstrumentField(method, instrument)] = name;
            }
        }

        return fields.Count == 0 ? type : type with
        {
            Methods = type.Methods.Select(method => method with
            {
                Instruments = method.Instruments.Select(instrument => fields.TryGetValue(MemberNames.InstrumentField(method, instrument), out var field) ? instrument with { SharedField = field } : instrument).ToEquatable(),
            }).ToEquatable(),
        };
    }

    /// <summary>Writes the fields that are shared.</summary>
    public static void Write(SourceWriter writer, TypeTarget type)
    {
        foreach (var (method, instrument) in All(type).Where(static one => one.Instrument.SharedField is not null).GroupBy(static one => one.Instrument.SharedField, StringComparer.Ordinal).Select(static same => same.First()))
        {
            writer.Line();
            InstrumentEmitter.Write(writer, method, instrument);
        }
    }

    private static IEnumerable<(MethodTarget Method, InstrumentTarget Instrument)> All(TypeTarget type) =>
        type.Methods.SelectMany(static method => method.Instruments.Where(instrument => CanShare(method, instrument)).Select(instrument => (method, instrument)));

    // Tags that vary are the method's own, and so is a histogram that counts for its counter.
    private static bool CanShare(MethodTarget method, InstrumentTarget instrument) =>
        instrument.Tags.All(i => method.Tags[i].IsConstant) && RecordEmitter.CountedBy(method, instrument) is null
        && !method.Instruments.Any(histogram => RecordEmitter.CountedBy(method, histogram) == instrument);

    private static string Text(MethodTarget method, InstrumentTarget instrument)
    {
        var (type, factory, arguments) = InstrumentEmitter.Declaration(method, instrument);
        return $"{type} {factory}({string.Join(", ", arguments)})";
    }
}
