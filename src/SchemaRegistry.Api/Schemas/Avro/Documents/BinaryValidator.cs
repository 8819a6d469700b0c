using System.Runtime.CompilerServices;
using System.Text;
using SchemaRegistry.Api.Schemas.Formats;

namespace SchemaRegistry.Api.Schemas.Avro.Documents;

/// <summary>Checks documents in Avro's binary encoding. Behind the first error nothing can be read, so there is at most one.</summary>
internal sealed class BinaryValidator
{
    private DocumentError? _error;
    private int _values;

    private BinaryValidator()
    {
    }

    /// <exception cref="WorkLimitException">The document has too many values; those of type <c>null</c> take no bytes.</exception>
    public static IReadOnlyList<DocumentError> Validate(AvroType type, ReadOnlySpan<byte> document)
    {
        var reader = new AvroReader(document);
        var validator = new BinaryValidator();
        if (validator.Check(type, ref reader, AvroPlace.Root) && !reader.AtEnd)
        {
            validator.Fail(AvroPlace.Root, reader.Position, FormattableString.Invariant($"{document.Length - reader.Position} bytes are left"));
        }

        return validator._error is { } error ? [error] : [];
    }

    // False when the rest cannot be read.
    private bool Check(AvroType type, ref AvroReader reader, AvroPlace place)
    {
        if (++_values > AvroLimits.Values)
        {
            throw new WorkLimitException(FormattableString.Invariant($"the document has more than {AvroLimits.Values} values"));
        }

        if (place.Depth > AvroLimits.ValueDepth || !RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            return Fail(place, reader.Position, FormattableString.Invariant($"values nest deeper than {AvroLimits.ValueDepth}"));
        }

        var start = reader.Position;
        return type.Kind switch
        {
            AvroKind.Null => true,
            AvroKind.Boolean => reader.TryReadBoolean() || Fail(place, start, "a boolean is one byte, 0 or 1"),
            AvroKind.Int => (reader.TryReadLong(out var number) && number is >= int.MinValue and <= int.MaxValue) || Fail(place, start, "a variable-length integer of 32 bits is expected"),
            AvroKind.Long => reader.TryReadLong(out _) || Fail(place, start, "a variable-length integer of 64 bits is expected"),
            AvroKind.Float => reader.TrySkip(sizeof(float)) || Fail(place, start, "a float is 4 bytes"),
            AvroKind.Double => reader.TrySkip(sizeof(double)) || Fail(place, start, "a double is 8 bytes"),
            AvroKind.Bytes => reader.TrySkipBytes() || Fail(place, start, "bytes are expected behind their number"),
            AvroKind.String => reader.TryReadUtf8(out _) || Fail(place, start, "UTF-8 is expected behind the number of its bytes"),
            AvroKind.Fixed => reader.TrySkip(type.Size) || Fail(place, start, FormattableString.Invariant($"\"{type.Name}\" is {type.Size} bytes")),
            AvroKind.Enum => (reader.TryReadLong(out var symbol) && symbol >= 0 && symbol < type.Symbols.Count)
                || Fail(place, start, FormattableString.Invariant($"the number of a symbol of \"{type.Name}\" is expected, 0 to {type.Symbols.Count - 1}")),
            AvroKind.Union => CheckUnion(type, ref reader, place),
            AvroKind.Record => CheckRecord(type, ref reader, place),
            _ => CheckBlocks(type, ref reader, place),
        };
    }

    private bool CheckUnion(AvroType union, ref AvroReader reader, AvroPlace place)
    {
        var start = reader.Position;
        if (!reader.TryReadLong(out var branch) || branch < 0 || branch >= union.Parts.Count)
        {
            return Fail(place, start, FormattableString.Invariant($"the number of the union's branch is expected, 0 to {union.Parts.Count - 1}"));
        }

        return Check(union.Parts[(int)branch], ref reader, place.Branch((int)branch, name: null));
    }

    private bool CheckRecord(AvroType record, ref AvroReader reader, AvroPlace place)
    {
        for (var i = 0; i < record.Fields.Count; i++)
        {
            if (!Check(record.Fields[i].Type, ref reader, place.Field(i, record.Fields[i].Name)))
            {
                return false;
            }
        }

        return true;
    }

    // Arrays and maps come in blocks behind their number of items; a negative number says that the number of bytes follows.
    private bool CheckBlocks(AvroType type, ref AvroReader reader, AvroPlace place)
    {
        var index = 0;
        while (true)
        {
            var start = reader.Position;
            if (!reader.TryReadLong(out var count))
            {
                return Fail(place, start, "the number of items in a block is expected");
            }

            if (count == 0)
            {
                return true;
            }

            long size = -1;
            if (count < 0 && !(count != long.MinValue && reader.TryReadLong(out size) && size >= 0))
            {
                return Fail(place, start, "the number of bytes in a block is expected");
            }

            var first = reader.Position;
            for (var left = Math.Abs(count); left > 0; left--)
            {
                if (!CheckItem(type, ref reader, place, index++))
                {
                    return false;
                }
            }

            if (size >= 0 && reader.Position - first != size)
            {
                return Fail(place, start, FormattableString.Invariant($"the block has {reader.Position - first} bytes and says {size}"));
            }
        }
    }

    private bool CheckItem(AvroType type, ref AvroReader reader, AvroPlace place, int index)
    {
        if (type.Kind == AvroKind.Array)
        {
            return Check(type.Parts[0], ref reader, place.Item(index));
        }

        var start = reader.Position;
        return reader.TryReadUtf8(out var key)
            ? Check(type.Parts[0], ref reader, place.Value(Encoding.UTF8.GetString(key)))
            : Fail(place, start, "the key of a map is UTF-8 behind the number of its bytes");
    }

    private bool Fail(AvroPlace place, int offset, string reason)
    {
        _error = place.Error(FormattableString.Invariant($"byte {offset}: {reason}"));
        return false;
    }
}
