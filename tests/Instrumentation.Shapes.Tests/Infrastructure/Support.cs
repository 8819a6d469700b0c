namespace Instrumentation.Shapes.Tests.Infrastructure;

/// <summary>What every program has: a log that is its answer, and types of its own.</summary>
internal static class Support
{
    public const string Text = """
        #pragma warning disable CS1591
        namespace Support;

        public enum Color { Red, Green, Blue }

        public ref struct Window(Span<int> items) { public Span<int> Items = items; public int Reads; }

        public static class Cells { public static int Cell = 3; }

        public static class Log
        {
            private static readonly System.Text.StringBuilder s_text = new();

            public static string Text => s_text.ToString();

            public static void Add(string text) => s_text.Append(text).Append('\n');

            public static T Arg<T>(string name, T value) { s_text.Append('<').Append(name).Append('>'); return value; }

            public static T Id<T>(T value) => value;

            public static string Show(object? value) => value switch
            {
                null => "null",
                string text => text,
                System.Collections.IEnumerable items => "[" + string.Join(";", items.Cast<object?>().Select(Show)) + "]",
                Delegate => "delegate",
                IFormattable number => number.ToString(null, System.Globalization.CultureInfo.InvariantCulture),
                _ => value.ToString() ?? "null",
            };

            public static async Task Try(string name, Func<Task> body)
            {
                Add("-- " + name);
                try { await body(); }
                catch (System.Exception exception) { Add("! " + exception.GetType().Name + ": " + exception.Message); }
                Add("current: " + (System.Diagnostics.Activity.Current?.DisplayName ?? "none"));
            }
        }
        """;
}
