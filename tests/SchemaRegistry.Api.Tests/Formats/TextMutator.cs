using System.Text;

namespace SchemaRegistry.Api.Tests.Formats;

/// <summary>Makes a few small changes to a text: bytes lost, doubled, exchanged or replaced by others that mean something somewhere.</summary>
internal sealed class TextMutator(int seed)
{
    private static readonly byte[][] s_pieces =
    [
        .. ((string[])
        [
            "{", "}", "[", "]", ",", ":", "\"", "\\", "\\ud800", "null", "true", "0", "-1", "1e999", "1.5", "99999999999999999999", "\"type\"", "\"string\"", "\"record\"", "\"R\"",
            "\"\"", "\"name\"", "\"$ref\":\"#\"", "\"#\"", "\"a.b\"", ";", "=", "message", "\0", "é", "]]", "{\"type\":\"array\",\"items\":\"R\"}",
        ]).Select(Encoding.UTF8.GetBytes),
        [0xFF],
        [0xC3],
    ];

    private readonly Random _random = new(seed);

    public byte[] Mutate(byte[] text)
    {
        List<byte> changed = [.. text];
        for (var count = _random.Next(1, 4); count > 0; count--)
        {
            MutateOnce(changed);
        }

        return [.. changed];
    }

    private void MutateOnce(List<byte> text)
    {
        var (index, length) = Span(text);
        switch (_random.Next(5))
        {
            case 0:
                text.RemoveRange(index, length);
                break;
            case 1:
                text.InsertRange(_random.Next(text.Count + 1), text.GetRange(index, length));
                break;
            case 2:
                var moved = text.GetRange(index, length);
                text.RemoveRange(index, length);
                text.InsertRange(_random.Next(text.Count + 1), moved);
                break;
            case 3:
                text.InsertRange(index, s_pieces[_random.Next(s_pieces.Length)]);
                break;
            default:
                text.RemoveRange(index, length);
                text.InsertRange(index, s_pieces[_random.Next(s_pieces.Length)]);
                break;
        }
    }

    // Often from one quotation mark or bracket to another, so that the text often stays JSON.
    private (int Index, int Length) Span(List<byte> text)
    {
        var index = _random.Next(text.Count + 1);
        if (_random.Next(2) == 0)
        {
            return (index, Math.Min(_random.Next(4), text.Count - index));
        }

        index = text.FindIndex(index, static b => b is (byte)'"' or (byte)'{' or (byte)'[' or (byte)' ');
        var end = index < 0 ? -1 : text.FindIndex(index + 1, static b => b is (byte)'"' or (byte)'}' or (byte)']' or (byte)' ');
        return end < 0 ? (0, Math.Min(1, text.Count)) : (index, end - index + 1);
    }
}
