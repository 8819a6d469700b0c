using System.Collections.Frozen;
using System.Globalization;
using Instrumentation.AspNetCore.Requests;
using Instrumentation.Metrics;
using Microsoft.AspNetCore.Http;

namespace Instrumentation.AspNetCore.Http;

/// <summary>The labels of requests: sets that are closed, or bounded by the routes that the host has.</summary>
internal sealed class RequestLabels
{
    public const string OtherMethod = "_OTHER";

    private const int FirstStatus = 100;
    private const int LastStatus = 599;

    private static readonly string[] s_methods = ["GET", "POST", "PUT", "DELETE", "PATCH", "HEAD", "OPTIONS", "TRACE", "CONNECT", OtherMethod];

    // As routing has it, which leads get where it leads GET.
    private static readonly FrozenDictionary<string, int> s_methodIndexes = s_methods.Index().ToFrozenDictionary(static item => item.Item, static item => item.Index, StringComparer.OrdinalIgnoreCase);

    // IANA's registry of 2025, and 499, which means that nobody waited for the answer.
    private static readonly int[] s_codes =
    [
        .. Enumerable.Range(100, 5), .. Enumerable.Range(200, 9), 226, .. Enumerable.Range(300, 9), .. Enumerable.Range(400, 19), .. Enumerable.Range(421, 6), 428, 429, 431, 451, 499,
        .. Enumerable.Range(500, 9), 510, 511,
    ];

    private readonly byte[] _statusIndexes = new byte[LastStatus - FirstStatus + 1];

    public RequestLabels(HttpMetricsOptions options)
    {
        Method = new ClosedTag(options.MethodLabel, s_methods);
        Route = new BoundedTag<string>(options.PathLabel, options.MaxRoutes);
        Status = options.StatusClasses
            ? ClosedTag.OrOther(options.StatusLabel, "1xx", "2xx", "3xx", "4xx", "5xx")
            : ClosedTag.OrOther(options.StatusLabel, [.. s_codes.Select(static code => code.ToString(CultureInfo.InvariantCulture))]);
        for (var code = FirstStatus; code <= LastStatus; code++)
        {
            var index = options.StatusClasses ? (code / 100) - 1 : Array.IndexOf(s_codes, code);
            _statusIndexes[code - FirstStatus] = (byte)(index < 0 ? Status.Count - 1 : index);
        }
    }

    public ClosedTag Method { get; }

    public BoundedTag<string> Route { get; }

    public ClosedTag Status { get; }

    /// <summary>The index of method and route together, method most significant.</summary>
    public long SeriesOf(string method, string route) => ((long)MethodOf(method) * Route.Count) + Route.IndexOf(route);

    /// <summary>The index of method, route and status.</summary>
    public long SeriesOf(long methodAndRoute, int status) =>
        (methodAndRoute * Status.Count) + (status is >= FirstStatus and <= LastStatus ? _statusIndexes[status - FirstStatus] : Status.Count - 1);

    /// <summary>The method where HTTP knows it, as the framework and the browsers write it.</summary>
    public static string MethodName(string method) => s_methods[MethodOf(method)];

    private static int MethodOf(string method) => s_methodIndexes.GetValueOrDefault(method, s_methods.Length - 1);
}
