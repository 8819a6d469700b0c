namespace Instrumentation.Analyzers.Tests.Corpus;

/// <summary>Clients of message brokers, with the members that the programs use.</summary>
internal static class ProgramBrokers
{
    public const string All = """
        namespace Confluent.Kafka
        {
            using System.Collections.Generic;
            using System.Threading;
            using System.Threading.Tasks;
            public class Headers : List<object> { public void Add(string key, byte[] value) { } public bool TryGetLastBytes(string key, out byte[] value) { value = []; return true; } }
            public class MessageMetadata { public Headers Headers { get; set; } = new(); }
            public class Message<TKey, TValue> : MessageMetadata { public TKey Key { get; set; } = default!; public TValue Value { get; set; } = default!; }
            public class ConsumeResult<TKey, TValue> { public Message<TKey, TValue> Message { get; set; } = new(); }
            public class DeliveryResult<TKey, TValue> { }
            public interface IProducer<TKey, TValue> { Task<DeliveryResult<TKey, TValue>> ProduceAsync(string topic, Message<TKey, TValue> message, CancellationToken cancellationToken = default); void Produce(string topic, Message<TKey, TValue> message); }
        }
        namespace RabbitMQ.Client
        {
            using System;
            using System.Collections.Generic;
            using System.Threading;
            using System.Threading.Tasks;
            public interface IBasicProperties { string CorrelationId { get; set; } IDictionary<string, object?>? Headers { get; set; } }
            public class BasicProperties : IBasicProperties { public string CorrelationId { get; set; } = ""; public IDictionary<string, object?>? Headers { get; set; } public bool Persistent { get; set; } }
            public interface IModel { void BasicPublish(string exchange, string routingKey, IBasicProperties? basicProperties, ReadOnlyMemory<byte> body); IBasicProperties CreateBasicProperties(); }
            public static class IChannelExtensions { public static ValueTask BasicPublishAsync(this IChannel channel, string exchange, string routingKey, ReadOnlyMemory<byte> body, CancellationToken cancellationToken = default) => default; }
            public interface IChannel { ValueTask BasicPublishAsync<T>(string exchange, string routingKey, bool mandatory, T basicProperties, ReadOnlyMemory<byte> body, CancellationToken cancellationToken = default); }
        }
        namespace RabbitMQ.Client.Events
        {
            using System;
            public class BasicDeliverEventArgs : EventArgs { public RabbitMQ.Client.IBasicProperties BasicProperties { get; set; } = null!; public ReadOnlyMemory<byte> Body { get; set; } }
        }
        namespace Azure.Messaging.ServiceBus
        {
            using System.Collections.Generic;
            using System.Threading;
            using System.Threading.Tasks;
            public class ServiceBusMessage { public ServiceBusMessage() { } public ServiceBusMessage(string body) { } public string CorrelationId { get; set; } = ""; public IDictionary<string, object> ApplicationProperties { get; } = new Dictionary<string, object>(); }
            public class ServiceBusReceivedMessage { public string CorrelationId { get; } = ""; public string MessageId { get; } = ""; public string Body { get; } = ""; }
            public class ServiceBusSender { public virtual Task SendMessageAsync(ServiceBusMessage message, CancellationToken cancellationToken = default) => Task.CompletedTask; }
        }
        namespace Grpc.Core
        {
            using System.Collections.Generic;
            public class Metadata : List<string> { public string? GetValue(string key) => null; }
            public abstract class ServerCallContext { public Metadata RequestHeaders => []; }
        }
        namespace MassTransit
        {
            using System.Threading;
            using System.Threading.Tasks;
            public interface ConsumeContext : IPublishEndpoint { System.Guid? CorrelationId { get; } }
            public interface IPipe<in TContext> where TContext : class { Task Send(TContext context); }
            public interface ConsumeContext<out T> : ConsumeContext where T : class { T Message { get; } }
            public interface IPublishEndpoint { Task Publish<T>(T message, CancellationToken cancellationToken = default) where T : class; }
            public interface IConsumer<in T> where T : class { Task Consume(ConsumeContext<T> context); }
        }
        namespace StackExchange.Redis
        {
            using System.Threading.Tasks;
            public interface ISubscriber { long Publish(string channel, string message); Task<long> PublishAsync(string channel, string message); }
        }
        namespace NATS.Client.Core
        {
            using System.Threading;
            using System.Threading.Tasks;
            public class NatsHeaders : System.Collections.Generic.Dictionary<string, string> { }
            public interface INatsConnection { ValueTask PublishAsync<T>(string subject, T data, NatsHeaders? headers = null, string? replyTo = null, CancellationToken cancellationToken = default); }
        }
        namespace Amazon.SQS
        {
            using System.Threading;
            using System.Threading.Tasks;
            public interface IAmazonSQS { Task<object> SendMessageAsync(string queueUrl, string messageBody, CancellationToken cancellationToken = default); Task<object> SendMessageAsync(Model.SendMessageRequest request, CancellationToken cancellationToken = default); }
        }
        namespace Amazon.SQS.Model
        {
            public class SendMessageRequest { public string? QueueUrl { get; set; } public string? MessageBody { get; set; } public System.Collections.Generic.Dictionary<string, object> MessageAttributes { get; set; } = new(); }
        }
        """;
}
