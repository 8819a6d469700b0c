using System.Collections.Concurrent;
using OpenTelemetry;

namespace Instrumentation.OpenTelemetry.Tests.Infrastructure;

/// <summary>An exporter that keeps what it is given.</summary>
internal sealed class Exported<T> : BaseExporter<T>
    where T : class
{
    public ConcurrentQueue<T> Items { get; } = new();

    public override ExportResult Export(in Batch<T> batch)
    {
        foreach (var item in batch)
        {
            Items.Enqueue(item);
        }

        return ExportResult.Success;
    }
}
