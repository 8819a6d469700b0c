using System.Text.Json;
using SchemaRegistry.Api.Http;
using SchemaRegistry.Api.Schemas.Formats;
using SchemaRegistry.Api.Schemas.Protobuf.Model;

namespace SchemaRegistry.Api.Schemas.Protobuf.Documents;

/// <summary>Checks documents in the JSON mapping.</summary>
internal sealed class JsonValidator
{
    private static readonly JsonDocumentOptions s_options = new() { MaxDepth = ProtobufLimits.ValueDepth };

    private readonly MessageCatalog _messages;
    private readonly DocumentErrors _errors;
    private readonly WellKnownJson _wellKnown;

    private JsonValidator(MessageCatalog messages)
    {
        _messages = messages;
        _errors = new DocumentErrors();
        _wellKnown = new WellKnownJson(messages, _errors, CheckFields);
    }

    public static IReadOnlyList<DocumentError> Validate(ProtoMessage type, MessageCatalog messages, ReadOnlySpan<byte> document)
    {
        var validator = new JsonValidator(messages);
        var utf8 = document.ToArray();
        try
        {
            using var json = JsonDocument.Parse(utf8, s_options);
            validator.CheckMessage(type, json.RootElement, DocumentPath.Root);
        }
        catch (JsonException exception)
        {
            validator._errors.Add(DocumentPath.Root, type, $"{TextPosition.Of(utf8, exception)}: {TextPosition.ReasonOf(exception)}");
        }

        return validator._errors.All;
    }

    private void CheckMessage(ProtoMessage type, JsonElement value, DocumentPath path)
    {
        if (_wellKnown.TryCheck(type, value, path))
        {
            return;
        }

        if (value.ValueKind != JsonValueKind.Object)
        {
            _errors.Add(path, type, $"a message is a JSON object, not {WellKnownJson.NameOf(value)}");
            return;
        }

        CheckFields(type, value, path, skipped: null);
    }

    // All members but one that is no field.
    private void CheckFields(ProtoMessage type, JsonElement value, DocumentPath path, string? skipped)
    {
        var set = new HashSet<int>();
        var oneofs = new Dictionary<ProtoOneof, ProtoField>();
        foreach (var member in value.EnumerateObject())
        {
            var name = JsonScalar.TextOf(member);
            if (name is not null && string.Equals(name, skipped, StringComparison.Ordinal))
            {
                continue;
            }

            var place = path.Append(name ?? "?");
            if (name is null || FindField(type, name) is not { } field)
            {
                _errors.Add(place, type, $"the message \"{type.FullName}\" has no such field");
                continue;
            }

            if (!set.Add(field.Number))
            {
                _errors.Add(place, field, "the field is there twice");
            }

            if (member.Value.ValueKind == JsonValueKind.Null && !WellKnownJson.TakesNull(field))
            {
                set.Remove(field.Number);
                continue;
            }

            if (field.Oneof is { } oneof && !oneofs.TryAdd(oneof, field))
            {
                _errors.Add(place, field, $"\"{oneofs[oneof].Name}\" and \"{field.Name}\" are both there, but only one of the oneof \"{oneof.Name}\" can be");
            }

            CheckField(field, member.Value, place);
        }

        foreach (var missing in type.Fields.Where(field => field.IsRequired && !set.Contains(field.Number)))
        {
            _errors.Add(path.Append(missing.JsonName), missing, "the field is required");
        }
    }

    private ProtoField? FindField(ProtoMessage type, string name) =>
        name is ['[', .. var extension, ']']
            ? _messages.FindExtension(type, extension)
            : type.FindField(name) ?? type.Fields.Find(field => string.Equals(field.JsonName, name, StringComparison.Ordinal));

    private void CheckField(ProtoField field, JsonElement value, DocumentPath path)
    {
        if (field.IsMap)
        {
            CheckMap(field, value, path);
        }
        else if (!field.IsRepeated)
        {
            CheckValue(field, value, path);
        }
        else if (value.ValueKind != JsonValueKind.Array)
        {
            _errors.Add(path, field, $"a repeated field is a JSON array, not {WellKnownJson.NameOf(value)}");
        }
        else
        {
            var index = 0;
            foreach (var item in value.EnumerateArray())
            {
                CheckItem(field, item, path.Append(index++));
            }
        }
    }

    private void CheckMap(ProtoField field, JsonElement value, DocumentPath path)
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            _errors.Add(path, field, $"a map is a JSON object, not {WellKnownJson.NameOf(value)}");
            return;
        }

        var keyField = field.MessageType!.FindField(1)!;
        var keys = new HashSet<string>(StringComparer.Ordinal);
        foreach (var member in value.EnumerateObject())
        {
            var key = JsonScalar.TextOf(member);
            var place = path.Append(key ?? "?");
            if (key is null || !JsonScalar.IsKey(keyField.Type, key))
            {
                _errors.Add(place, field, "the key is not of the map's key type");
            }

            if (key is not null && !keys.Add(key))
            {
                _errors.Add(place, field, "the key is there twice");
            }

            CheckItem(field.MessageType!.FindField(2)!, member.Value, place);
        }
    }

    private void CheckItem(ProtoField field, JsonElement value, DocumentPath path)
    {
        if (value.ValueKind == JsonValueKind.Null && !WellKnownJson.TakesNull(field))
        {
            _errors.Add(path, field, "null is no value of a list or map");
            return;
        }

        CheckValue(field, value, path);
    }

    private void CheckValue(ProtoField field, JsonElement value, DocumentPath path)
    {
        if (field.MessageType is { } type)
        {
            CheckMessage(type, value, path);
        }
        else if (JsonScalar.ErrorOf(field.Type, field.EnumType, value) is { } error)
        {
            _errors.Add(path, field, error);
        }
    }
}
