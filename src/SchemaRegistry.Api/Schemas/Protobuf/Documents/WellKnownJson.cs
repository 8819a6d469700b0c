using System.Text.Json;
using SchemaRegistry.Api.Schemas.Formats;
using SchemaRegistry.Api.Schemas.Protobuf.Model;

namespace SchemaRegistry.Api.Schemas.Protobuf.Documents;

/// <summary>The well-known types that have a JSON form of their own.</summary>
internal sealed class WellKnownJson(
    MessageCatalog messages, DocumentErrors errors, Action<ProtoMessage, JsonElement, DocumentPath, string?> checkFields)
{
    private const string Package = "google.protobuf.";

    private static readonly Dictionary<string, FieldType> s_wrappers = new(StringComparer.Ordinal)
    {
        ["DoubleValue"] = FieldType.Double,
        ["FloatValue"] = FieldType.Float,
        ["Int64Value"] = FieldType.Int64,
        ["UInt64Value"] = FieldType.UInt64,
        ["Int32Value"] = FieldType.Int32,
        ["UInt32Value"] = FieldType.UInt32,
        ["BoolValue"] = FieldType.Bool,
        ["StringValue"] = FieldType.String,
        ["BytesValue"] = FieldType.Bytes,
    };

    /// <summary>Whether null is a value of a field, and does not say that the field is absent.</summary>
    public static bool TakesNull(ProtoField field) =>
        (field.MessageType?.FullName ?? field.EnumType?.FullName) is "google.protobuf.Value" or "google.protobuf.NullValue" && !field.IsRepeated;

    public static string NameOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "an array",
        JsonValueKind.String => "a string",
        JsonValueKind.Number => "a number",
        JsonValueKind.Null => "null",
        _ => "a boolean",
    };

    /// <summary>Checks a value of a type that has its own form; says false for the others.</summary>
    public bool TryCheck(ProtoMessage type, JsonElement value, DocumentPath path)
    {
        if (!type.FullName.StartsWith(Package, StringComparison.Ordinal))
        {
            return false;
        }

        var name = type.FullName[Package.Length..];
        if (s_wrappers.TryGetValue(name, out var scalar))
        {
            Report(type, path, JsonScalar.ErrorOf(scalar, null, value));
            return true;
        }

        switch (name)
        {
            case "Value":
                return true;
            case "Struct":
                Report(type, path, value.ValueKind == JsonValueKind.Object ? null : $"a Struct is a JSON object, not {NameOf(value)}");
                return true;
            case "ListValue":
                Report(type, path, value.ValueKind == JsonValueKind.Array ? null : $"a ListValue is a JSON array, not {NameOf(value)}");
                return true;
            case "Timestamp":
                CheckText(type, value, path, TimeText.IsTimestamp, "a time as 2006-01-02T15:04:05.999Z, of the years 1 to 9999");
                return true;
            case "Duration":
                CheckText(type, value, path, TimeText.IsDuration, "a duration as 1.5s, of at most 315576000000 seconds");
                return true;
            case "FieldMask":
                CheckText(type, value, path, IsFieldMask, "a list of paths as fooBar.baz,qux");
                return true;
            case "Any":
                CheckAny(type, value, path);
                return true;
            default:
                return false;
        }
    }

    private void CheckText(ProtoMessage type, JsonElement value, DocumentPath path, Func<string, bool> isValid, string wanted) =>
        Report(type, path, value.ValueKind == JsonValueKind.String && JsonScalar.TextOf(value) is { } text && isValid(text) ? null : $"{wanted} is expected");

    private static bool IsFieldMask(string text) =>
        text.Length == 0 || text.Split(',').All(static path => path.Split('.').All(static name => name.Length > 0 && name.All(char.IsAsciiLetterOrDigit)));

    private void CheckAny(ProtoMessage any, JsonElement value, DocumentPath path)
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            errors.Add(path, any, $"an Any is a JSON object, not {NameOf(value)}");
            return;
        }

        if (!value.TryGetProperty("@type", out var typeMember))
        {
            Report(any, path, value.EnumerateObject().Any() ? "an Any names the type of its content in \"@type\"" : null);
            return;
        }

        var url = typeMember.ValueKind == JsonValueKind.String ? JsonScalar.TextOf(typeMember) : null;
        var slash = url?.LastIndexOf('/') ?? -1;
        if (slash < 1 || messages.FindByFullName(url![(slash + 1)..]) is not { } type)
        {
            errors.Add(path.Append("@type"), any, "\"@type\" is expected as type.googleapis.com/ with the full name of a known message");
            return;
        }

        CheckContent(any, type, value, path);
    }

    // A type with a form of its own stands in "value", the fields of others beside "@type".
    private void CheckContent(ProtoMessage any, ProtoMessage type, JsonElement value, DocumentPath path)
    {
        var place = path.Append("value");
        if (!HasOwnForm(type))
        {
            checkFields(type, value, path, "@type");
        }
        else if (!value.TryGetProperty("value", out var content))
        {
            errors.Add(place, any, "the content of the Any is missing");
        }
        else
        {
            TryCheck(type, content, place);
            foreach (var member in value.EnumerateObject().Where(static member => JsonScalar.TextOf(member) is not ("@type" or "value")))
            {
                errors.Add(path.Append(JsonScalar.TextOf(member) ?? "?"), any, "beside \"@type\" there is only \"value\"");
            }
        }
    }

    private static bool HasOwnForm(ProtoMessage type) =>
        type.FullName.StartsWith(Package, StringComparison.Ordinal)
        && (s_wrappers.ContainsKey(type.FullName[Package.Length..])
            || type.FullName[Package.Length..] is "Value" or "Struct" or "ListValue" or "Timestamp" or "Duration" or "FieldMask" or "Any");

    private void Report(ProtoMessage type, DocumentPath path, string? error)
    {
        if (error is not null)
        {
            errors.Add(path, type, error);
        }
    }
}
