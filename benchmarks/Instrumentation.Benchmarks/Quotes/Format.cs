namespace Instrumentation.Benchmarks.Quotes;

/// <summary>A closed tag of four values.</summary>
internal enum Format
{
    Json,
    Avro,
    Protobuf,
    Xml,
}
