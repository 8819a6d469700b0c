namespace Instrumentation.Benchmarks.Matrix;

/// <summary>Writes the cells of one listener as Markdown.</summary>
internal static class MatrixTable
{
    private static readonly int[] s_tags = [0, 1, 3, 4, 8];

    public static void Write(
        TextWriter output,
        string listener,
        IReadOnlyDictionary<(string Shape, int Tags), Measured> ours,
        IReadOnlyDictionary<(string Shape, int Tags), Measured> byHand,
        IReadOnlyDictionary<(string Shape, int Tags), Measured> plain)
    {
        output.WriteLine();
        output.WriteLine($"| {listener} | | {string.Join(" | ", s_tags.Select(static tags => $"{tags} tags"))} |");
        output.WriteLine($"|---|---|{string.Concat(s_tags.Select(static _ => "---:|"))}");
        foreach (var shape in ours.Keys.Select(static cell => cell.Shape).Distinct())
        {
            var bare = plain.TryGetValue((shape, 3), out var cost) ? $" ({cost} plain)" : string.Empty;
            Row(shape + bare, "ours", ours, shape);
            if (byHand.Keys.Any(cell => cell.Shape == shape))
            {
                Row(string.Empty, "by hand", byHand, shape);
            }
        }

        void Row(string title, string side, IReadOnlyDictionary<(string Shape, int Tags), Measured> cells, string shape) =>
            output.WriteLine($"| {title} | {side} | {string.Join(" | ", s_tags.Select(tags => cells[(shape, tags)].ToString()))} |");
    }
}
