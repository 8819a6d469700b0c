using System.Text;

namespace Instrumentation.Generator.Emission;

/// <summary>Writes indented lines with <c>\n</c> ends.</summary>
internal sealed class SourceWriter
{
    private const int IndentSize = 4;

    private readonly StringBuilder _text = new();
    private int _indent;

    /// <summary>Writes a line; an empty one carries no blanks.</summary>
    public void Line(string line = "")
    {
        if (line.Length > 0)
        {
            _text.Append(' ', _indent * IndentSize).Append(line);
        }

        _text.Append('\n');
    }

    /// <summary>Writes the lines of a text, each at the current indent.</summary>
    public void Lines(string text)
    {
        foreach (var line in text.Replace("\r", string.Empty).Split('\n'))
        {
            Line(line);
        }
    }

    public void Open(string header)
    {
        Line(header);
        Line("{");
        _indent++;
    }

    public void Close(string end = "}")
    {
        _indent--;
        Line(end);
    }

    /// <summary>Writes lines one step further in.</summary>
    public void Indented(params string[] lines)
    {
        _indent++;
        foreach (var line in lines)
        {
            Line(line);
        }

        _indent--;
    }

    public override string ToString() => _text.ToString();
}
