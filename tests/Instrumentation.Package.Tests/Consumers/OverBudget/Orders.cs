using Instrumentation;

namespace Catalogue;

public enum Format
{
    Json,
    Avro,
    Protobuf,
    Text,
}

public sealed class Orders
{
    [MetricCounter("orders_total")]
    public int Place([Tag] Format format, [Tag(MaxValues = 20)] string region) => region.Length + (int)format;
}
