namespace Instrumentation.Benchmarks.Quotes;

/// <summary>The tags' values as a careful person writes them by hand: constants.</summary>
internal static class TagText
{
    public static string Of(bool flag) => flag ? "true" : "false";

    public static string Of(Origin origin) => origin switch
    {
        Origin.Web => "web",
        Origin.Mobile => "mobile",
        Origin.Partner => "partner",
        Origin.Batch => "batch",
        _ => "other",
    };

    public static string Of(Format format) => format switch
    {
        Format.Json => "json",
        Format.Avro => "avro",
        Format.Protobuf => "protobuf",
        Format.Xml => "xml",
        _ => "other",
    };
}
