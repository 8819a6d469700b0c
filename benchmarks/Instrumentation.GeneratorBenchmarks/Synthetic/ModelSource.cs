namespace Instrumentation.GeneratorBenchmarks.Synthetic;

/// <summary>What the synthetic services work on.</summary>
internal static class ModelSource
{
    public const string Text = """
        global using System;
        global using System.Collections.Generic;
        global using System.Linq;
        global using System.Threading;
        global using System.Threading.Tasks;
        global using Instrumentation;

        namespace Synthetic;

        public enum Region { Europe, America, Asia }

        public enum OrderKind { Retail, Wholesale, Internal }

        public enum Verdict { Accepted, Held, Refused }

        public sealed record Line(string Article, int Quantity, decimal Price, bool Taxed);

        public sealed record Order(Guid Id, string Customer, OrderKind Kind, IReadOnlyList<Line> Lines);

        public sealed record Receipt(Guid Order, Verdict Verdict, decimal Total);
        """;
}
