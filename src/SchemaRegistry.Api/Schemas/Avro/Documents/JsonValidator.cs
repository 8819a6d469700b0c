using SchemaRegistry.Api.Http;
using SchemaRegistry.Api.Schemas.Formats;
using SchemaRegistry.Api.Schemas.Json.Syntax;

namespace SchemaRegistry.Api.Schemas.Avro.Documents;

/// <summary>Checks documents in Avro's JSON encoding: a union's value is <c>null</c> or <c>{"branch": value}</c>, bytes are characters of one byte each, and every
/// field is there. As deep as the text's brackets, which the reader of JSON bounds.</summary>
internal sealed class JsonValidator
{
    private static readonly string[] s_numbers = ["NaN", "Infinity", "-Infinity"];

    private readonly List<DocumentError> _errors = [];

    private JsonValidator()
    {
    }

    public static IReadOnlyList<DocumentError> Validate(AvroType type, ReadOnlySpan<byte> document)
    {
        JsonNode root;
        try
        {
            root = JsonTreeReader.Read(document);
        }
        catch (SchemaSyntaxException exception)
        {
            return [AvroPlace.Root.Error($"{TextPosition.Of(document, exception.Offset)}: {exception.Message}")];
        }

        var validator = new JsonValidator();
        validator.Check(type, root, AvroPlace.Root);
        return validator._errors;
    }

    private void Check(AvroType type, JsonNode value, AvroPlace place)
    {
        switch (type.Kind)
        {
            case AvroKind.Null:
                Expect(value.Kind == JsonKind.Null, place, "null");
                break;
            case AvroKind.Boolean:
                Expect(value.Kind == JsonKind.Boolean, place, "true or false");
                break;
            case AvroKind.Int:
                Expect(AvroDefaults.IsInteger(value, int.MinValue, int.MaxValue), place, "an integer of 32 bits");
                break;
            case AvroKind.Long:
                Expect(AvroDefaults.IsInteger(value, long.MinValue, long.MaxValue), place, "an integer of 64 bits");
                break;
            case AvroKind.Float or AvroKind.Double:
                Expect(value.IsNumber || (value.IsString && s_numbers.Contains(value.Text)), place, "a number, \"NaN\", \"Infinity\" or \"-Infinity\"");
                break;
            case AvroKind.String:
                Expect(value.IsString, place, "a string");
                break;
            case AvroKind.Bytes:
                Expect(value.IsString && AvroDefaults.IsBytes(value.Text), place, "a string of the characters U+0000 to U+00FF, one for each byte");
                break;
            case AvroKind.Fixed:
                Expect(
                    value.IsString && value.Text.Length == type.Size && AvroDefaults.IsBytes(value.Text),
                    place,
                    FormattableString.Invariant($"a string of {type.Size} characters U+0000 to U+00FF, one for each byte"));
                break;
            case AvroKind.Enum:
                Expect(value.IsString && type.HasSymbol(value.Text), place, $"a symbol of the enum \"{type.Name}\"");
                break;
            case AvroKind.Array:
                CheckItems(type, value, place);
                break;
            case AvroKind.Map:
                CheckValues(type, value, place);
                break;
            case AvroKind.Union:
                CheckUnion(type, value, place);
                break;
            default:
                CheckRecord(type, value, place);
                break;
        }
    }

    private void CheckItems(AvroType type, JsonNode value, AvroPlace place)
    {
        Expect(value.IsArray, place, "an array");
        for (var i = 0; i < value.Items.Length && !IsFull; i++)
        {
            Check(type.Parts[0], value.Items[i], place.Item(i));
        }
    }

    private void CheckValues(AvroType type, JsonNode value, AvroPlace place)
    {
        Expect(value.IsObject, place, "an object");
        foreach (var (key, item) in value.Members.TakeWhile(_ => !IsFull))
        {
            Check(type.Parts[0], item, place.Value(key));
        }
    }

    private void CheckUnion(AvroType union, JsonNode value, AvroPlace place)
    {
        if (value.Kind == JsonKind.Null)
        {
            Expect(union.IndexOfBranch("null") >= 0, place, $"not null: {Branches(union)}");
            return;
        }

        if (value is not { IsObject: true, Members: [var (name, inner)] } || name == "null" || union.IndexOfBranch(name) is not (>= 0 and var branch))
        {
            Fail(place, $"the value of a union is an object with one member, which is called as its branch: {Branches(union)}");
            return;
        }

        Check(union.Parts[branch], inner, place.Branch(branch, name));
    }

    private static string Branches(AvroType union) =>
        string.Join(" or ", union.Parts.Take(20).Select(static branch => branch.Kind == AvroKind.Null ? "null" : $"{{\"{branch.TypeName}\": …}}"));

    private void CheckRecord(AvroType record, JsonNode value, AvroPlace place)
    {
        if (!value.IsObject)
        {
            Fail(place, $"the value must be an object with the fields of \"{record.Name}\"");
            return;
        }

        for (var i = 0; i < record.Fields.Count && !IsFull; i++)
        {
            var field = record.Fields[i];
            if (value.Find(field.Name) is { } part)
            {
                Check(field.Type, part, place.Field(i, field.Name));
            }
            else
            {
                Fail(place, $"the field \"{field.Name}\" is missing: a default is for readers of data that was written without the field");
            }
        }

        foreach (var member in value.Members.Where(member => record.FindField(member.Name) is null))
        {
            Fail(place, $"\"{record.Name}\" has no field \"{member.Name}\"");
        }
    }

    private bool IsFull => _errors.Count >= AvroLimits.Errors;

    private void Expect(bool holds, AvroPlace place, string what)
    {
        if (!holds)
        {
            Fail(place, $"the value must be {what}");
        }
    }

    private void Fail(AvroPlace place, string reason)
    {
        if (!IsFull)
        {
            _errors.Add(place.Error(reason));
        }
    }
}
