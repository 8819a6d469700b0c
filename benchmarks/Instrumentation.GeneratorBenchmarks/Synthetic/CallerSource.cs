using System.Text;

namespace Instrumentation.GeneratorBenchmarks.Synthetic;

/// <summary>Code that calls the services: five calls in a method, twenty methods in a file.</summary>
internal static class CallerSource
{
    private const int Flows = 20;
    private const int CallsPerFlow = 5;

    public const int CallsPerFile = Flows * CallsPerFlow;

    /// <summary>A file whose twenty methods each call another service: a hundred methods, each once.</summary>
    public static string Text(int file, int serviceFiles = SyntheticProgram.ServiceFiles) =>
        Text(file, flow => ((file * Flows) + flow) % (serviceFiles * SyntheticProgram.ClassesPerFile)); // Spread over all services, so that no file goes with one other.

    /// <summary>A file whose methods call the same two services: ten methods, each ten times.</summary>
    public static string Repeated(int file) => Text(file, flow => (file * SyntheticProgram.ClassesPerFile) + (flow % SyntheticProgram.ClassesPerFile));

    private static string Text(int file, Func<int, int> serviceOf)
    {
        var text = new StringBuilder("using Synthetic.Services;\n\nnamespace Synthetic.Flows;\n\n");
        text.Append(Invariant($"public static class Flow{file:000}\n{{\n"));
        for (var flow = 0; flow < Flows; flow++)
        {
            text.Append(Flow.Replace("Service000", ServiceSource.Name(serviceOf(flow)), StringComparison.Ordinal).Replace("Run00", Invariant($"Run{flow:00}"), StringComparison.Ordinal));
        }

        return text.Append("}\n").ToString();
    }

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);

    private const string Flow = """
            public static async Task<decimal> Run00(Service000 service, IReadOnlyList<Order> orders, CancellationToken cancellation)
            {
                var sum = 0m;
                foreach (var order in orders.Where(static order => order.Lines.Count > 0).OrderBy(static order => order.Customer, StringComparer.Ordinal))
                {
                    if (!await service.ReserveAsync(order.Lines[0].Article, order.Lines[0].Quantity, cancellation))
                    {
                        Console.WriteLine($"{order.Customer}: {order.Lines[0].Article} is out of stock");
                        continue;
                    }

                    sum += service.Price(order, order.Customer.StartsWith('E') ? Region.Europe : Region.Asia);
                    var receipt = await service.SubmitAsync(order, cancellation);
                    if (receipt.Verdict == Verdict.Accepted)
                    {
                        await service.ArchiveAsync(order, cancellation);
                    }
                }

                var newest = service.Newest(orders, strict: false);
                return newest is null ? sum : decimal.Round(sum / orders.Count, 2);
            }


        """;
}
