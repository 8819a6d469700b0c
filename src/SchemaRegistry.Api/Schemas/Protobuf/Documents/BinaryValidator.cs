using System.Globalization;
using System.Text.Unicode;
using SchemaRegistry.Api.Schemas.Formats;
using SchemaRegistry.Api.Schemas.Protobuf.Model;
using SchemaRegistry.Api.Schemas.Protobuf.Options;

namespace SchemaRegistry.Api.Schemas.Protobuf.Documents;

/// <summary>Checks documents in the binary encoding.</summary>
internal sealed class BinaryValidator
{
    private readonly DocumentErrors _errors = new();

    private readonly MessageCatalog _messages;

    private BinaryValidator(MessageCatalog messages) => _messages = messages;

    public static IReadOnlyList<DocumentError> Validate(ProtoMessage type, MessageCatalog messages, ReadOnlySpan<byte> document)
    {
        var validator = new BinaryValidator(messages);
        var reader = new WireReader(document);
        var presence = new FieldPresence(type);
        if (validator.ReadMessage(type, ref reader, new Frame(DocumentPath.Root, 0, 0, 0), presence))
        {
            presence.CheckRequired(DocumentPath.Root, validator._errors);
        }

        return validator._errors.All;
    }

    // False when the rest cannot be read.
    private bool ReadMessage(ProtoMessage type, ref WireReader reader, Frame frame, FieldPresence presence)
    {
        if (frame.Depth > ProtobufLimits.ValueDepth)
        {
            return Fail(type, frame, reader, $"messages nest deeper than {ProtobufLimits.ValueDepth}");
        }

        var counts = new Dictionary<int, int>();
        while (!reader.AtEnd)
        {
            var start = reader;
            if (!reader.TryReadTag(out var number, out var wireType))
            {
                return Fail(type, frame, start, "a tag is malformed or cut off");
            }

            if (wireType == WireType.EndGroup)
            {
                return number == frame.Group || Fail(type, frame, start, "a group ends that did not begin");
            }

            if ((type.FindField(number) ?? _messages.FindExtension(type, number)) is not { } field)
            {
                if (!reader.TrySkip(number, wireType, frame.Depth))
                {
                    return Fail(type, frame, start, $"the unknown field {number.ToString(CultureInfo.InvariantCulture)} is malformed or cut off");
                }

                continue;
            }

            presence.See(field);
            var path = frame.Path.Append(field.DocumentName);
            if (field.IsRepeated)
            {
                counts[number] = counts.GetValueOrDefault(number) + 1;
                path = path.Append(counts[number] - 1);
            }

            if (!ReadField(field, wireType, ref reader, frame with { Path = path }, presence))
            {
                return false;
            }
        }

        return frame.Group == 0 || Fail(type, frame, reader, "a group does not end");
    }

    private bool ReadField(ProtoField field, WireType wireType, ref WireReader reader, Frame frame, FieldPresence presence)
    {
        var expected = field.IsDelimited ? WireType.StartGroup : FieldTypes.WireTypeOf(field.Type);
        if (wireType == WireType.Length && field.IsRepeated && FieldTypes.IsPackable(field.Type))
        {
            return ReadPacked(field, expected, ref reader, frame);
        }

        if (wireType != expected)
        {
            var start = reader;
            _errors.Add(frame.Path, field, At(frame, reader, $"the field has the wire type {(int)wireType}, but its type needs {(int)expected}"));
            return reader.TrySkip(field.Number, wireType, frame.Depth) || Fail(field, frame, start, "the value is malformed or cut off");
        }

        return field.MessageType is null ? ReadScalar(field, wireType, ref reader, frame) : ReadNested(field, ref reader, frame, presence);
    }

    private bool ReadNested(ProtoField field, ref WireReader reader, Frame frame, FieldPresence presence)
    {
        var type = field.MessageType!;
        var part = field.IsRepeated ? new FieldPresence(type) : presence.Of(field);
        bool isRead;
        if (field.IsDelimited)
        {
            isRead = ReadMessage(type, ref reader, frame with { Depth = frame.Depth + 1, Group = field.Number }, part);
        }
        else
        {
            var start = reader;
            if (!reader.TryReadBytes(out var bytes))
            {
                return Fail(field, frame, start, "the length is malformed, or goes beyond the end");
            }

            var inner = new WireReader(bytes);
            isRead = ReadMessage(type, ref inner, new Frame(frame.Path, frame.Depth + 1, 0, frame.Offset + reader.Position - bytes.Length), part);
        }

        if (isRead && field.IsRepeated)
        {
            part.CheckRequired(frame.Path, _errors);
        }

        return isRead;
    }

    private bool ReadScalar(ProtoField field, WireType wireType, ref WireReader reader, Frame frame)
    {
        var start = reader;
        if (wireType != WireType.Length)
        {
            return reader.TrySkip(field.Number, wireType, frame.Depth) || Fail(field, frame, start, "the value is malformed or cut off");
        }

        if (!reader.TryReadBytes(out var bytes))
        {
            return Fail(field, frame, start, "the length is malformed, or goes beyond the end");
        }

        if (field.Type == FieldType.String && field.Features.Utf8Validation == FeatureSet.Verify && !Utf8.IsValid(bytes))
        {
            _errors.Add(frame.Path, field, At(frame, start, "the string is not UTF-8"));
        }

        return true;
    }

    private bool ReadPacked(ProtoField field, WireType wireType, ref WireReader reader, Frame frame)
    {
        var start = reader;
        if (!reader.TryReadBytes(out var bytes))
        {
            return Fail(field, frame, start, "the length is malformed, or goes beyond the end");
        }

        var inner = new WireReader(bytes);
        while (!inner.AtEnd)
        {
            if (!inner.TrySkip(field.Number, wireType, frame.Depth))
            {
                return Fail(field, frame, start, "the packed values are malformed or cut off");
            }
        }

        return true;
    }

    private bool Fail(ProtoField field, Frame frame, WireReader reader, string reason)
    {
        _errors.Add(frame.Path, field, At(frame, reader, reason));
        return false;
    }

    private bool Fail(ProtoMessage type, Frame frame, WireReader reader, string reason)
    {
        _errors.Add(frame.Path, type, At(frame, reader, reason));
        return false;
    }

    private static string At(Frame frame, WireReader reader, string reason) =>
        string.Create(CultureInfo.InvariantCulture, $"{reason} (byte {frame.Offset + reader.Position})");

    /// <summary>Where a message is.</summary>
    /// <param name="Path">In the document.</param>
    /// <param name="Depth">How deep it nests.</param>
    /// <param name="Group">The number that ends it when it is a group, or 0.</param>
    /// <param name="Offset">Where its bytes start.</param>
    private readonly record struct Frame(DocumentPath Path, int Depth, int Group, int Offset);
}
