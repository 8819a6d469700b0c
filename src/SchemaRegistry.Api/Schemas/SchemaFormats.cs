using SchemaRegistry.Api.Http;

namespace SchemaRegistry.Api.Schemas;

/// <summary>The names of the formats on the wire and in the database.</summary>
internal static class SchemaFormats
{
    /// <summary>In the order in which the Confluent server lists them.</summary>
    public static readonly SchemaFormat[] ListOrder = [SchemaFormat.Json, SchemaFormat.Protobuf, SchemaFormat.Avro];

    public static string WireName(SchemaFormat format) => format switch
    {
        SchemaFormat.Avro => "AVRO",
        SchemaFormat.Json => "JSON",
        SchemaFormat.Protobuf => "PROTOBUF",
        _ => throw new ArgumentOutOfRangeException(nameof(format), format, message: null),
    };

    /// <summary>Answers leave the type out for Avro; the .NET client relies on it.</summary>
    public static string? WireNameUnlessAvro(SchemaFormat format) => format == SchemaFormat.Avro ? null : WireName(format);

    public static SchemaFormat Parse(string? wireName) => wireName switch
    {
        null or "" or "AVRO" => SchemaFormat.Avro,
        "JSON" => SchemaFormat.Json,
        "PROTOBUF" => SchemaFormat.Protobuf,
        _ => throw RegistryErrors.InvalidSchema($"Invalid schema type {wireName}"),
    };
}
