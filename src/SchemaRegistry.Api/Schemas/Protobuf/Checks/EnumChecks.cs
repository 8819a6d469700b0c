using System.Text;
using SchemaRegistry.Api.Schemas.Protobuf.Model;
using SchemaRegistry.Api.Schemas.Protobuf.Options;

namespace SchemaRegistry.Api.Schemas.Protobuf.Checks;

/// <summary>The rules for enums.</summary>
internal static class EnumChecks
{
    public static void Check(ProtoEnum type)
    {
        if (type.Values.Count == 0)
        {
            throw new SchemaSyntaxException(type.Offset, $"the enum \"{type.Name}\" needs a value");
        }

        if (!type.IsClosed && type.Values[0].Number != 0)
        {
            throw new SchemaSyntaxException(type.Values[0].NumberOffset, "the first value of an open enum is 0");
        }

        CheckNumbers(type);
        CheckReserved(type);
        CheckJsonNames(type);
    }

    private static void CheckNumbers(ProtoEnum type)
    {
        var allowsAlias = type.Options?.Find("allow_alias");
        if (allowsAlias is false)
        {
            throw new SchemaSyntaxException(OptionChecks.OffsetOf(type), "\"allow_alias = false\" has no effect: take it out");
        }

        var hasAlias = false;
        var numbers = new Dictionary<int, ProtoEnumValue>();
        foreach (var value in type.Values)
        {
            if (numbers.TryAdd(value.Number, value))
            {
                continue;
            }

            hasAlias = true;
            if (allowsAlias is null)
            {
                throw new SchemaSyntaxException(
                    value.NumberOffset, $"\"{value.Name}\" has the number of \"{numbers[value.Number].Name}\"; if that is meant, set \"option allow_alias = true\"");
            }
        }

        if (allowsAlias is true && !hasAlias)
        {
            throw new SchemaSyntaxException(OptionChecks.OffsetOf(type), "\"allow_alias\" is set, but no two values have the same number");
        }
    }

    private static void CheckReserved(ProtoEnum type)
    {
        if (type.ReservedRanges.Find(static range => range.End < range.Start) is { } backwards)
        {
            throw new SchemaSyntaxException(backwards.Offset, "a range ends before it starts");
        }

        var ranges = RangeChecks.CheckOverlap(type.ReservedRanges, isInclusive: true);
        var names = RangeChecks.CheckNames(type.ReservedNames);
        foreach (var value in type.Values)
        {
            if (RangeChecks.Find(ranges, value.Number, isInclusive: true) is not null || (names?.Contains(value.Name) ?? false))
            {
                throw new SchemaSyntaxException(value.Offset, $"the name or the number of \"{value.Name}\" is reserved");
            }
        }
    }

    // Languages strip the name of the enum from its values and change their case.
    private static void CheckJsonNames(ProtoEnum type)
    {
        if (type.Features.JsonFormat == FeatureSet.LegacyBestEffort && (type.Options?.IsTrue("deprecated_legacy_json_field_conflicts") ?? false))
        {
            return;
        }

        var prefix = type.Name.Replace("_", string.Empty, StringComparison.Ordinal).ToLowerInvariant();
        var names = new Dictionary<string, ProtoEnumValue>(StringComparer.Ordinal);
        foreach (var value in type.Values)
        {
            var name = ToPascalCase(StripPrefix(value.Name, prefix));
            if (!names.TryAdd(name, value) && names[name].Number != value.Number)
            {
                throw new SchemaSyntaxException(
                    value.Offset, $"\"{value.Name}\" and \"{names[name].Name}\" are the same name without regard to case and the name of the enum");
            }
        }
    }

    private static ReadOnlySpan<char> StripPrefix(string name, string prefix)
    {
        var (i, matched) = (0, 0);
        for (; i < name.Length && matched < prefix.Length; i++)
        {
            if (name[i] == '_')
            {
                continue;
            }

            if (char.ToLowerInvariant(name[i]) != prefix[matched++])
            {
                return name;
            }
        }

        var rest = name.AsSpan(i).TrimStart('_');
        return matched < prefix.Length || rest.IsEmpty ? name : rest;
    }

    private static string ToPascalCase(ReadOnlySpan<char> name)
    {
        var result = new StringBuilder(name.Length);
        var upper = true;
        foreach (var c in name)
        {
            if (c != '_')
            {
                result.Append(upper ? char.ToUpperInvariant(c) : char.ToLowerInvariant(c));
            }

            upper = c == '_';
        }

        return result.ToString();
    }
}
