using SchemaRegistry.Api.Schemas.Protobuf.Model;
using SchemaRegistry.Api.Schemas.Protobuf.Options;

namespace SchemaRegistry.Api.Schemas.Protobuf.Checks;

/// <summary>The rules for features of fields: each is for the fields that it can make a difference to.</summary>
internal static class FeatureChecks
{
    private const int FieldPresence = 1;
    private const int RepeatedFieldEncoding = 3;
    private const int Utf8Validation = 4;
    private const int MessageEncoding = 5;

    public static void Check(ProtoField field)
    {
        CheckImplicit(field);
        if (!field.File.IsEditions || field.Options?.Find("features") is not MessageValue own)
        {
            return;
        }

        if (own.Find(FieldPresence) is not null)
        {
            CheckPresence(field);
        }

        var isMessage = FieldTypes.IsMessage(field.Type) && !field.IsMap;
        if (own.Find(RepeatedFieldEncoding) is not null
            && (!field.IsRepeated || (!FieldTypes.IsPackable(field.Type) && field.Features.RepeatedFieldEncoding == FeatureSet.Packed)))
        {
            throw Refused(field, "repeated_field_encoding is for repeated fields, and PACKED for those of numbers, booleans and enums");
        }

        if (own.Find(Utf8Validation) is not null && !HoldsStrings(field))
        {
            throw Refused(field, "utf8_validation is for strings");
        }

        if (own.Find(MessageEncoding) is not null && !isMessage)
        {
            throw Refused(field, "message_encoding is for messages");
        }
    }

    private static void CheckImplicit(ProtoField field)
    {
        if (field.Features.FieldPresence != FeatureSet.Implicit || field.IsRepeated || field.IsExtension || field.Oneof is not null)
        {
            return;
        }

        if (field.DefaultValue is not null)
        {
            throw new SchemaSyntaxException(field.DefaultOffset, "a field without presence has no default");
        }

        if (field.EnumType is { IsClosed: true } && field.Container is not { IsMapEntry: true })
        {
            throw new SchemaSyntaxException(field.TypeOffset, $"a field without presence needs an open enum, and \"{field.EnumType.FullName}\" is closed");
        }
    }

    private static void CheckPresence(ProtoField field)
    {
        if (field.Oneof is not null)
        {
            throw Refused(field, "field_presence is not for fields of a oneof");
        }

        if (field.IsRepeated)
        {
            throw Refused(field, "field_presence is not for repeated fields");
        }

        if (field.IsExtension)
        {
            throw Refused(field, "field_presence is not for extensions");
        }

        if (FieldTypes.IsMessage(field.Type) && field.Features.FieldPresence == FeatureSet.Implicit)
        {
            throw Refused(field, "messages always have presence");
        }
    }

    private static bool HoldsStrings(ProtoField field) =>
        field.Type == FieldType.String || (field.IsMap && field.MessageType!.Fields.Exists(static part => part.Type == FieldType.String))
        || (field.Container is { IsMapEntry: true } entry && entry.Fields.Exists(static part => part.Type == FieldType.String));

    private static SchemaSyntaxException Refused(ProtoField field, string reason) => new(OptionChecks.OffsetOf(field), reason);
}
