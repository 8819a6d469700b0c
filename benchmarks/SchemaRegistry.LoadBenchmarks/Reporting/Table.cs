using System.Globalization;
using System.Text;
using Instrumentation.GeneratorBenchmarks.Reporting;

namespace SchemaRegistry.LoadBenchmarks.Reporting;

/// <summary>A table as Markdown has it.</summary>
internal sealed class Table
{
    private readonly StringBuilder _text = new();

    public Table(params string[] columns)
    {
        Row(columns);
        _text.Append("|---").Append(string.Concat(Enumerable.Repeat("|---:", columns.Length - 1))).Append("|\n");
    }

    public void Row(params string[] cells) => _text.Append("| ").AppendJoin(" | ", cells).Append(" |\n");

    public override string ToString() => _text.ToString();

    /// <summary>A number as a cell has it.</summary>
    public static string Number(double value, string format = "N0") => value.ToString(format, CultureInfo.InvariantCulture);

    public static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return sorted.Length % 2 == 1 ? sorted[sorted.Length / 2] : (sorted[(sorted.Length / 2) - 1] + sorted[sorted.Length / 2]) / 2;
    }

    /// <summary>Shows a table, and puts it into the section of a page where one is named.</summary>
    public static void Publish(string? page, string section, Table table)
    {
        Console.WriteLine(table);
        if (page is not null)
        {
            MarkedSection.Replace(page, section, table.ToString());
        }
    }
}
