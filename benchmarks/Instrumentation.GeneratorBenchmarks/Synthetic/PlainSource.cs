namespace Instrumentation.GeneratorBenchmarks.Synthetic;

/// <summary>Code without annotations and without calls of annotated methods.</summary>
internal static class PlainSource
{
    public static string Text(int file) => Template.Replace("Table000", FormattableString.Invariant($"Table{file:000}"), StringComparison.Ordinal);

    private const string Template = """
        namespace Synthetic.Plain;

        public sealed class Table000
        {
            private readonly SortedDictionary<string, List<decimal>> _rows = new(StringComparer.Ordinal);

            public int Rows => _rows.Count;

            public void Put(string key, decimal value)
            {
                if (!_rows.TryGetValue(key, out var row))
                {
                    _rows.Add(key, row = []);
                }

                row.Add(value);
            }

            public IEnumerable<(string Key, decimal Average)> Averages()
            {
                foreach (var (key, row) in _rows)
                {
                    if (row.Count > 0)
                    {
                        yield return (key, row.Sum() / row.Count);
                    }
                }
            }

            public string Describe(int width)
            {
                var lines = Averages()
                    .Where(static row => row.Average != 0)
                    .Select(row => $"{row.Key.PadRight(width)} {row.Average:0.00}")
                    .ToList();
                return lines.Count == 0 ? "nothing yet" : string.Join(Environment.NewLine, lines);
            }
        }
        """;
}
