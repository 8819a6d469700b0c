using Microsoft.CodeAnalysis;

namespace Instrumentation.Analyzers.Rules.Context;

/// <summary>The publishing methods of known clients, by the names of their types.</summary>
internal static class Brokers
{
    private static readonly Broker s_kafka = new("Kafka", SendsTrace: false);
    private static readonly Broker s_rabbit = new("RabbitMQ", SendsTrace: false);
    private static readonly Broker s_azure = new("Azure", SendsTrace: true);
    private static readonly Broker s_massTransit = new("MassTransit", SendsTrace: true);
    private static readonly Broker s_bus = new("NServiceBus", SendsTrace: true);
    private static readonly Broker s_redis = new("Redis", SendsTrace: false);
    private static readonly Broker s_nats = new("NATS", SendsTrace: false);
    private static readonly Broker s_amazon = new("SQS or SNS", SendsTrace: false);
    private static readonly Broker s_mqtt = new("MQTT", SendsTrace: false);
    private static readonly Broker s_google = new("Pub/Sub", SendsTrace: false);

    /// <summary>The broker that a method sends to; null for any other method.</summary>
    public static Broker? Of(IMethodSymbol method) => method.Name switch
    {
        "Produce" or "ProduceAsync" => When(method, s_kafka, "Confluent"),
        "BasicPublish" or "BasicPublishAsync" => When(method, s_rabbit, "RabbitMQ"),
        "SendMessageAsync" or "SendMessagesAsync" or "ScheduleMessageAsync" => When(method, s_azure, "Azure") ?? When(method, s_amazon, "Amazon"),
        "SendAsync" => method.ContainingType.Name is "EventHubProducerClient" ? When(method, s_azure, "Azure") : null,
        "Publish" or "Send" => (IsEndpoint(method.ContainingType) ? When(method, s_massTransit, "MassTransit") : null) ?? When(method, s_bus, "NServiceBus") ?? (method.Name == "Publish" ? When(method, s_redis, "StackExchange") : null),
        "PublishAsync" => When(method, s_redis, "StackExchange") ?? When(method, s_nats, "NATS") ?? When(method, s_amazon, "Amazon") ?? When(method, s_mqtt, "MQTTnet") ?? When(method, s_google, "Google"),
        _ => null,
    };

    /// <summary>Whether a type is one of a client's own, which has a place for headers.</summary>
    public static bool HasHeaders(ITypeSymbol? type) => type is not null && Root(type) is "Confluent" or "RabbitMQ" or "Azure" or "NATS" or "Amazon" or "MQTTnet" or "Google" && type.SpecialType == SpecialType.None;

    // A pipe's Send hands on to the next filter.
    private static bool IsEndpoint(ITypeSymbol type) => type.Name.IndexOf("Endpoint", StringComparison.Ordinal) >= 0 || type.Name.IndexOf("Bus", StringComparison.Ordinal) >= 0;

    private static Broker? When(IMethodSymbol method, Broker broker, string root) => Root(method.ContainingType) == root ? broker : null;

    private static string? Root(ITypeSymbol? type)
    {
        var space = type?.ContainingNamespace;
        while (space is { ContainingNamespace: { IsGlobalNamespace: false } outer })
        {
            space = outer;
        }

        return space?.Name;
    }
}
