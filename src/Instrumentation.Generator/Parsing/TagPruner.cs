using Instrumentation.Generator.Collections;
using Instrumentation.Generator.Model;

namespace Instrumentation.Generator.Parsing;

/// <summary>Leaves out the tags that no instrument takes: what is not recorded need not be computed.</summary>
internal static class TagPruner
{
    public static (EquatableArray<InstrumentTarget> Instruments, EquatableArray<TagTarget> Tags) Prune(IReadOnlyList<InstrumentTarget> instruments, EquatableArray<TagTarget> tags)
    {
        var used = instruments.SelectMany(static instrument => instrument.Tags).Distinct().OrderBy(static i => i).ToList();
        return (
            instruments.Select(instrument => instrument with { Tags = instrument.Tags.Select(i => used.IndexOf(i)).ToEquatable() }).ToEquatable(),
            used.Select(i => tags[i]).ToEquatable());
    }
}
