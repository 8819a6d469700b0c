using System.Globalization;
using SchemaRegistry.Api.Schemas.Json;

namespace SchemaRegistry.Api.Schemas.Avro;

/// <summary>Whether a JSON value may be the default of a field.</summary>
internal static class AvroDefaults
{
    public static bool Fits(AvroType type, SyntaxNode value) => type.Kind switch
    {
        AvroKind.Null => value.IsNull,
        AvroKind.Boolean => value.IsBoolean,
        AvroKind.Int => value.IsNumber && int.TryParse(value.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _),
        AvroKind.Long => value.IsNumber && long.TryParse(value.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _),
        AvroKind.Float or AvroKind.Double => value.IsNumber,
        AvroKind.String or AvroKind.Bytes or AvroKind.Enum or AvroKind.Fixed => value.IsString,
        AvroKind.Array => value.IsArray && value.Items.TrueForAll(item => Fits(type.Parts[0], item)),
        AvroKind.Map => value.IsObject && value.Members.Values.All(item => Fits(type.Parts[0], item)),
        AvroKind.Union => type.Parts.Exists(branch => Fits(branch, value)),
        AvroKind.Record => value.IsObject && type.Fields.TrueForAll(field => FieldFits(field, value)),
        _ => false,
    };

    // A field that is left out takes its own default, which is checked where it stands.
    private static bool FieldFits(AvroField field, SyntaxNode record) =>
        record.Member(field.Name) is { } value ? Fits(field.Type, value) : field.Default is not null;
}
