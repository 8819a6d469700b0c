using Instrumentation.HttpBenchmarks.Serving;

namespace Instrumentation.HttpBenchmarks.Driving;

/// <summary>Two servers under the same load in turns, so that what else the machine does meets both.</summary>
internal sealed record Pairs(Variant Without, Variant With, IReadOnlyList<(double Without, double With)> Rates, double BytesWithout, double BytesWith)
{
    private const int WarmUpSeconds = 4;

    /// <summary>What is lost of requests per second, in percent, a pair at a time, ascending.</summary>
    public IReadOnlyList<double> Losses { get; } = [.. Rates.Select(static pair => 100 * (1 - (pair.With / pair.Without))).Order()];

    public static async Task<Pairs> RunAsync(Variant without, Variant with, int pairs, int seconds)
    {
        using var one = await ServerProcess.StartAsync(without);
        using var other = await ServerProcess.StartAsync(with);
        await WrkRun.RunAsync(one.Address, WarmUpSeconds);
        await WrkRun.RunAsync(other.Address, WarmUpSeconds);
        var rates = new List<(double, double)>();
        var (bytes, requests) = (new double[2], new long[2]);
        for (var i = 0; i < pairs; i++)
        {
            // Who goes first changes too.
            var order = i % 2 == 0 ? (ServerProcess[])[one, other] : [other, one];
            var rate = new double[2];
            foreach (var server in order)
            {
                var index = ReferenceEquals(server, one) ? 0 : 1;
                var before = await server.AllocatedAsync();
                var run = await WrkRun.RunAsync(server.Address, seconds);
                bytes[index] += await server.AllocatedAsync() - before;
                requests[index] += run.Requests;
                rate[index] = run.PerSecond;
            }

            rates.Add((rate[0], rate[1]));
            Console.WriteLine(FormattableString.Invariant($"{without} {rate[0]:F0}/s, {with} {rate[1]:F0}/s: {100 * (1 - (rate[1] / rate[0])):F1} %"));
        }

        return new Pairs(without, with, rates, bytes[0] / requests[0], bytes[1] / requests[1]);
    }
}
