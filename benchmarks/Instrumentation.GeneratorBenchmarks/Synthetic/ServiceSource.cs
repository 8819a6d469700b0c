using System.Globalization;

namespace Instrumentation.GeneratorBenchmarks.Synthetic;

/// <summary>Annotated methods with bodies of ten to twenty lines: synchronous, asynchronous and generic, with tags by parameter, member, result and expression, and counters.</summary>
internal static class ServiceSource
{
    public const int MethodsPerClass = 5;

    public static string Text(int file) =>
        "namespace Synthetic.Services;\n\n" + string.Join("\n", Enumerable.Range(0, SyntheticProgram.ClassesPerFile).Select(i => Class((file * SyntheticProgram.ClassesPerFile) + i)));

    /// <summary>The name of a class; every other one has an interface.</summary>
    public static string Name(int number) => string.Create(CultureInfo.InvariantCulture, $"Service{number:000}");

    private static string Class(int number) => (number % 2 == 0 ? Interface : string.Empty).Replace("Service000", Name(number), StringComparison.Ordinal)
        + Implementation
            .Replace("BASES", number % 2 == 0 ? $" : I{Name(number)}" : string.Empty, StringComparison.Ordinal)
            .Replace("Service000", Name(number), StringComparison.Ordinal)
            .Replace("service_000", string.Create(CultureInfo.InvariantCulture, $"service_{number:000}"), StringComparison.Ordinal);

    private const string Interface = """
        public interface IService000
        {
            decimal Price(Order order, Region region);
            Task<Receipt> SubmitAsync(Order order, CancellationToken cancellation);
            ValueTask<bool> ReserveAsync(string article, int quantity, CancellationToken cancellation);
            T? Newest<T>(IReadOnlyList<T> items, bool strict) where T : class;
            Task ArchiveAsync(Order order, CancellationToken cancellation);
        }


        """;

    private const string Implementation = """
        [Instrumented("service_call_duration_seconds")]
        [Tag("service", Value = "service_000")]
        public sealed class Service000BASES
        {
            private readonly Dictionary<string, int> _stock = new(StringComparer.Ordinal);
            private readonly List<Order> _archive = [];

            public decimal Price(Order order, [Tag] Region region)
            {
                ArgumentNullException.ThrowIfNull(order);
                var total = 0m;
                foreach (var line in order.Lines)
                {
                    var price = line.Price * line.Quantity;
                    if (region == Region.Europe && line.Taxed)
                    {
                        price += price * 0.19m;
                    }

                    total += price;
                }

                return total > 1000m ? decimal.Round(total * 0.95m, 2) : decimal.Round(total, 2);
            }

            [MetricCounter("service_000_orders_submitted_total")]
            [Tag("kind", From = "order.Kind")]
            [Tag("verdict", From = "result.Verdict")]
            public async Task<Receipt> SubmitAsync(Order order, CancellationToken cancellation)
            {
                var missing = new List<string>();
                foreach (var line in order.Lines)
                {
                    if (!await ReserveCoreAsync(line.Article, line.Quantity, cancellation))
                    {
                        missing.Add(line.Article);
                    }
                }

                if (missing.Count > 0)
                {
                    Console.WriteLine($"Order {order.Id} of {order.Customer} waits for {string.Join(", ", missing)}.");
                    return new Receipt(order.Id, missing.Count == order.Lines.Count ? Verdict.Refused : Verdict.Held, 0m);
                }

                return new Receipt(order.Id, Verdict.Accepted, Price(order, Region.Europe));
            }

            [MetricCounter("service_000_articles_reserved_total", Value = "quantity")]
            [SpanTag("article", From = "article")]
            public ValueTask<bool> ReserveAsync(string article, int quantity, CancellationToken cancellation)
            {
                if (quantity <= 0)
                {
                    throw new ArgumentOutOfRangeException(nameof(quantity), quantity, "Reserve at least one.");
                }

                cancellation.ThrowIfCancellationRequested();
                if (_stock.TryGetValue(article, out var there) && there >= quantity)
                {
                    _stock[article] = there - quantity;
                    return ValueTask.FromResult(true);
                }

                return new ValueTask<bool>(ReserveCoreAsync(article, quantity, cancellation));
            }

            [Tag("strict", From = "strict")]
            public T? Newest<T>(IReadOnlyList<T> items, bool strict)
                where T : class
            {
                if (items.Count == 0)
                {
                    return strict ? throw new InvalidOperationException("There is nothing to choose from.") : null;
                }

                var newest = items[0];
                for (var i = 1; i < items.Count; i++)
                {
                    if (string.CompareOrdinal(items[i].ToString(), newest.ToString()) > 0)
                    {
                        newest = items[i];
                    }
                }

                return newest;
            }

            [MetricCounter("service_000_orders_archived_total")]
            [Tag("size", From = "order.Lines.Count > 10 ? \"large\" : \"small\"")]
            [SpanTag("order.id", From = "order.Id")]
            public async Task ArchiveAsync(Order order, CancellationToken cancellation)
            {
                await Task.Yield();
                cancellation.ThrowIfCancellationRequested();
                lock (_archive)
                {
                    var place = _archive.FindIndex(other => other.Id == order.Id);
                    if (place >= 0)
                    {
                        _archive[place] = order;
                    }
                    else
                    {
                        _archive.Add(order);
                    }
                }
            }

            private async Task<bool> ReserveCoreAsync(string article, int quantity, CancellationToken cancellation)
            {
                await Task.Delay(1, cancellation);
                var there = _stock.GetValueOrDefault(article);
                if (there < quantity)
                {
                    return false;
                }

                _stock[article] = there - quantity;
                return true;
            }
        }

        """;
}
