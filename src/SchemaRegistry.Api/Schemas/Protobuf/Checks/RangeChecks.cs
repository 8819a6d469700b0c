using SchemaRegistry.Api.Schemas.Protobuf.Model;

namespace SchemaRegistry.Api.Schemas.Protobuf.Checks;

/// <summary>The rules for ranges of numbers and reserved names of messages: no two overlap, and no field is in one.</summary>
internal static class RangeChecks
{
    public static void Check(ProtoMessage message)
    {
        foreach (var range in message.ExtensionRanges)
        {
            if (!message.IsMessageSet && range.End > FieldNumbers.Max + 1)
            {
                throw new SchemaSyntaxException(range.Offset, $"extension numbers go up to {FieldNumbers.Max}");
            }
        }

        var ranges = message.ExtensionRanges.Concat(message.ReservedRanges).ToArray();
        foreach (var range in ranges)
        {
            if (range.Start <= 0)
            {
                throw new SchemaSyntaxException(range.Offset, "a range starts with 1 or more");
            }

            if (range.End <= range.Start)
            {
                throw new SchemaSyntaxException(range.Offset, "a range ends before it starts");
            }
        }

        var sorted = CheckOverlap(ranges, isInclusive: false);
        var names = CheckNames(message.ReservedNames);
        foreach (var field in message.Fields)
        {
            if (Find(sorted, field.Number, isInclusive: false) is not null)
            {
                throw new SchemaSyntaxException(field.NumberOffset, $"the number {field.Number} of field \"{field.Name}\" is reserved or for extensions");
            }

            if (names?.Contains(field.Name) ?? false)
            {
                throw new SchemaSyntaxException(field.Offset, $"the field name \"{field.Name}\" is reserved");
            }
        }
    }

    /// <summary>The ranges in order; throws when two have a number in common.</summary>
    public static ProtoRange[] CheckOverlap(IEnumerable<ProtoRange> ranges, bool isInclusive)
    {
        ProtoRange[] sorted = [.. ranges.OrderBy(static range => range.Start)];
        for (var i = 1; i < sorted.Length; i++)
        {
            if (sorted[i].Start < sorted[i - 1].End || (isInclusive && sorted[i].Start == sorted[i - 1].End))
            {
                throw new SchemaSyntaxException(Math.Max(sorted[i].Offset, sorted[i - 1].Offset), "the range overlaps with another one");
            }
        }

        return sorted;
    }

    /// <summary>The range with a number, or none; the ranges are in order.</summary>
    public static ProtoRange? Find(ProtoRange[] sorted, int number, bool isInclusive)
    {
        var (low, high) = (0, sorted.Length - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var range = sorted[middle];
            if (number < range.Start)
            {
                high = middle - 1;
            }
            else if (isInclusive ? number > range.End : number >= range.End)
            {
                low = middle + 1;
            }
            else
            {
                return range;
            }
        }

        return null;
    }

    /// <summary>The reserved names; throws when one is there twice.</summary>
    public static HashSet<string>? CheckNames(List<ReservedName> reserved)
    {
        if (reserved.Count == 0)
        {
            return null;
        }

        var names = new HashSet<string>(StringComparer.Ordinal);
        return reserved.Find(name => !names.Add(name.Name)) is { } twice
            ? throw new SchemaSyntaxException(twice.Offset, $"the name \"{twice.Name}\" is reserved twice")
            : names;
    }
}
