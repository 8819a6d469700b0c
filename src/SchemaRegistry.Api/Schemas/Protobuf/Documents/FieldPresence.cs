using SchemaRegistry.Api.Schemas.Formats;
using SchemaRegistry.Api.Schemas.Protobuf.Model;

namespace SchemaRegistry.Api.Schemas.Protobuf.Documents;

/// <summary>Which fields of a binary message were seen. A message may come in parts, so that what is required is looked for at the end.</summary>
internal sealed class FieldPresence(ProtoMessage type)
{
    private readonly HashSet<int> _seen = [];
    private Dictionary<ProtoField, FieldPresence>? _parts;

    public void See(ProtoField field) => _seen.Add(field.Number);

    /// <summary>What was seen of the one message that the field holds.</summary>
    public FieldPresence Of(ProtoField field)
    {
        _parts ??= [];
        if (!_parts.TryGetValue(field, out var part))
        {
            _parts.Add(field, part = new FieldPresence(field.MessageType!));
        }

        return part;
    }

    public void CheckRequired(DocumentPath path, DocumentErrors errors)
    {
        foreach (var field in type.Fields.Where(field => field.IsRequired && !_seen.Contains(field.Number)))
        {
            errors.Add(path.Append(field.Name), field, "the field is required");
        }

        foreach (var (field, part) in _parts ?? [])
        {
            part.CheckRequired(path.Append(field.DocumentName), errors);
        }
    }
}
