using SchemaRegistry.Api.Schemas.Formats;
using SchemaRegistry.Api.Schemas.Json.Syntax;

namespace SchemaRegistry.Api.Schemas.Avro;

/// <summary>Checks the defaults of one schema's fields.</summary>
/// <remarks>A default of a union may be of any of its branches (Avro 1.12). What a branch was found to be is remembered: unions in unions' records would
/// otherwise be tried again for each way that leads to them.</remarks>
internal sealed class AvroDefaults
{
    private readonly Dictionary<(AvroType Type, JsonNode Value), bool> _known = [];
    private int _work;

    /// <summary>Whether a value may be a default of the type; bytes are characters of one byte each.</summary>
    /// <exception cref="WorkLimitException">The defaults take too much work to check.</exception>
    public bool Fits(AvroType type, JsonNode value)
    {
        if (++_work > AvroLimits.DefaultWork)
        {
            throw new WorkLimitException("the defaults of the schema take more steps to check than one schema may cause");
        }

        return type.Kind switch
        {
            AvroKind.Null => value.Kind == JsonKind.Null,
            AvroKind.Boolean => value.Kind == JsonKind.Boolean,
            AvroKind.Int => IsInteger(value, int.MinValue, int.MaxValue),
            AvroKind.Long => IsInteger(value, long.MinValue, long.MaxValue),
            AvroKind.Float or AvroKind.Double => value.IsNumber,
            AvroKind.String => value.IsString,
            AvroKind.Bytes => value.IsString && IsBytes(value.Text),
            AvroKind.Fixed => value.IsString && value.Text.Length == type.Size && IsBytes(value.Text),
            AvroKind.Enum => value.IsString && type.HasSymbol(value.Text),
            AvroKind.Array => value.IsArray && Array.TrueForAll(value.Items, item => Fits(type.Parts[0], item)),
            AvroKind.Map => value.IsObject && Array.TrueForAll(value.Members, member => Fits(type.Parts[0], member.Value)),
            AvroKind.Union => type.Parts.Exists(branch => Fits(branch, value)),
            _ => value.IsObject && RecordFits(type, value),
        };
    }

    /// <summary>Whether a value is a whole number within limits.</summary>
    public static bool IsInteger(JsonNode value, long min, long max) =>
        value.IsNumber && value.Number is { IsInteger: true } number && number >= JsonNumber.Of(min) && number <= JsonNumber.Of(max);

    /// <summary>Whether each character stands for one byte.</summary>
    public static bool IsBytes(string text) => !text.AsSpan().ContainsAnyExceptInRange('\0', '\u00FF');

    private bool RecordFits(AvroType record, JsonNode value)
    {
        if (!_known.TryGetValue((record, value), out var fits))
        {
            fits = record.Fields.TrueForAll(field => FieldFits(field, value));
            _known.Add((record, value), fits);
        }

        return fits;
    }

    // A field that is left out takes its own default, which is checked where it stands.
    private bool FieldFits(AvroField field, JsonNode record) =>
        record.Find(field.Name) is { } value ? Fits(field.Type, value) : field.Default is not null;
}
