using System.Globalization;
using SchemaRegistry.Api.Schemas.Protobuf.Model;
using SchemaRegistry.Api.Schemas.Protobuf.Options;

namespace SchemaRegistry.Api.Schemas.Protobuf.Checks;

/// <summary>The rules for fields and extensions.</summary>
internal static class FieldChecks
{
    public static void Check(ProtoField field)
    {
        CheckNumber(field);
        CheckDefault(field);
        CheckOptions(field);
        if (field.File.Edition == Edition.Proto3)
        {
            CheckProto3(field);
        }

        FeatureChecks.Check(field);
        if (field.IsMap)
        {
            CheckMap(field);
        }

        if (field is { IsExtension: true, ExplicitJsonName: { } name } && !string.Equals(name, Naming.ToJsonName(field.Name), StringComparison.Ordinal))
        {
            throw new SchemaSyntaxException(field.Offset, "an extension has no \"json_name\"");
        }

        if (field.ExplicitJsonName is ['[', .., ']'])
        {
            throw new SchemaSyntaxException(field.Offset, "a JSON name in brackets is taken for an extension");
        }
    }

    private static void CheckNumber(ProtoField field)
    {
        if (field.Number <= 0)
        {
            throw new SchemaSyntaxException(field.NumberOffset, "a field number is 1 or more");
        }

        if (field.Number > FieldNumbers.Max && !(field.IsExtension && field.Container!.IsMessageSet))
        {
            throw new SchemaSyntaxException(
                field.NumberOffset, string.Create(CultureInfo.InvariantCulture, $"a field number is at most {FieldNumbers.Max}"));
        }

        if (field.Number is >= FieldNumbers.FirstReserved and <= FieldNumbers.LastReserved)
        {
            throw new SchemaSyntaxException(field.NumberOffset, "the field numbers 19000 to 19999 are reserved for implementations");
        }
    }

    private static void CheckDefault(ProtoField field)
    {
        if (field.DefaultValue is null)
        {
            return;
        }

        if (field.IsRepeated)
        {
            throw new SchemaSyntaxException(field.DefaultOffset, "a repeated field has no default");
        }

        if (FieldTypes.IsMessage(field.Type))
        {
            throw new SchemaSyntaxException(field.DefaultOffset, "a message has no default");
        }

        if (field.EnumType is { } type && type.FindValue(field.DefaultValue) is null)
        {
            throw new SchemaSyntaxException(field.DefaultOffset, $"the enum \"{type.FullName}\" has no value \"{field.DefaultValue}\"");
        }
    }

    private static void CheckOptions(ProtoField field)
    {
        if (field.Options is not { } options)
        {
            return;
        }

        var isPackable = field.IsRepeated && FieldTypes.IsPackable(field.Type);
        if (options.IsTrue("packed") && !isPackable)
        {
            throw new SchemaSyntaxException(OptionChecks.OffsetOf(field), "\"packed\" is for repeated numbers, booleans and enums");
        }

        if ((options.IsTrue("lazy") || options.IsTrue("unverified_lazy")) && field.Type != FieldType.Message)
        {
            throw new SchemaSyntaxException(OptionChecks.OffsetOf(field), "\"lazy\" is for messages");
        }

        if (options.Find("jstype") is int and not 0
            && field.Type is not (FieldType.Int64 or FieldType.UInt64 or FieldType.SInt64 or FieldType.Fixed64 or FieldType.SFixed64))
        {
            throw new SchemaSyntaxException(OptionChecks.OffsetOf(field), "\"jstype\" is for integers of 64 bits");
        }

        if (field.File.IsEditions && options.Find("packed") is not null)
        {
            throw new SchemaSyntaxException(OptionChecks.OffsetOf(field), "in editions there is no \"packed\": use features.repeated_field_encoding");
        }

        if (field.File.Edition >= Edition.E2024 && options.Find("ctype") is not null)
        {
            throw new SchemaSyntaxException(OptionChecks.OffsetOf(field), "from edition 2024 on there is no \"ctype\"");
        }
    }

    private static void CheckProto3(ProtoField field)
    {
        if (field.Label == FieldLabel.Required)
        {
            throw new SchemaSyntaxException(field.Offset, "proto3 has no required fields");
        }

        if (field.DefaultValue is not null)
        {
            throw new SchemaSyntaxException(field.DefaultOffset, "proto3 has no default values");
        }

        if (field.Type == FieldType.Group)
        {
            throw new SchemaSyntaxException(field.TypeOffset, "proto3 has no groups");
        }
    }

    private static void CheckMap(ProtoField field)
    {
        var entry = field.MessageType!;
        if (!field.IsRepeated || !ReferenceEquals(entry.Parent, field.Container) || entry.Name != Naming.ToMapEntryName(field.Name))
        {
            throw new SchemaSyntaxException(field.TypeOffset, $"\"{entry.FullName}\" is the entry of a map, and no type for other fields");
        }

        var key = entry.FindField(1)!;
        if (key.Type is FieldType.Float or FieldType.Double or FieldType.Bytes or FieldType.Enum || FieldTypes.IsMessage(key.Type))
        {
            throw new SchemaSyntaxException(field.TypeOffset, "the key of a map is an integer, a boolean or a string");
        }

        if (entry.FindField(2)!.EnumType?.Values is [{ Number: not 0 }, ..])
        {
            throw new SchemaSyntaxException(field.TypeOffset, "an enum in a map needs 0 as its first value");
        }
    }
}
