using System.Globalization;
using System.Text;

namespace SchemaRegistry.Api.Schemas.Protobuf.Canonical;

/// <summary>Writes indented lines.</summary>
internal sealed class CanonicalWriter
{
    private readonly StringBuilder _text = new();
    private int _depth;

    public void Line(string text) => _text.Append(' ', 2 * _depth).Append(text).Append('\n');

    public void Open(string head)
    {
        Line(head + " {");
        _depth++;
    }

    public void Close()
    {
        _depth--;
        Line("}");
    }

    public static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);

    public override string ToString() => _text.ToString();
}
